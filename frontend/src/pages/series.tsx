/** Numbers by night: each government's largest statement as a range from low to high, never a sum. */

import { useSignal } from "@preact/signals";
import type { Glance } from "../api/answers";
import type { Day } from "../api/places";
import { dateWords, digits, words } from "../i18n";
import { Link } from "../parts/link";
import { labelOf, rangeOf } from "../shell/headline";
import { look } from "../state/view";

const MOST_NIGHTS = 60;
const TALL = 120;

export function Series({ days }: { days: Day[] }) {
  const w = words.value;
  const shown = [...days].sort((a, b) => (a.night < b.night ? -1 : 1)).slice(-MOST_NIGHTS);
  const keys = [...new Set(shown.flatMap((day) => day.figures.filter((f) => f.high !== 0).map((f) => f.key)))].filter((key) => key !== "airports");
  const chosen = useSignal("");
  const key = keys.includes(chosen.value) ? chosen.value : (keys[0] ?? "");
  if (!key) return null;
  const own = (day: Day): Glance[] => day.figures.filter((figure) => figure.key === key);
  const most = Math.max(1, ...shown.flatMap(own).map((figure) => figure.high ?? figure.low));
  return (
    <section>
      <h3>{w.region.series}</h3>
      <p class="choices" role="group" aria-label={w.region.series}>
        {keys.map((name) => (
          <button key={name} type="button" class="btn small" aria-pressed={name === key} onClick={() => (chosen.value = name)}>
            {labelOf(name)}
          </button>
        ))}
      </p>
      <ol class="series">
        {shown.map((day) => (
          <li key={day.night}>
            {own(day).map((figure) => (
              <Link
                key={figure.side}
                to={{ sel: figure.incident, look: { ...look.value, focus: "count" } }}
                class={`stick ${figure.side}`}
                label={`${dateWords(day.night)}: ${labelOf(key)} ${rangeOf(figure)} ${figure.side in w.sideNames ? w.sideNames[figure.side as "ru"] : ""}`}
              >
                <b>{rangeOf(figure)}</b>
                <i style={{ height: `${Math.max(2, (figure.low / most) * TALL)}px` }} class={figure.high === null ? "open" : ""} />
              </Link>
            ))}
            <span class="small soft">{day.night.slice(5).split("-").reverse().join(".")}</span>
          </li>
        ))}
      </ol>
      <p class="small soft">
        {w.headline.note} 0–{digits(most)}
      </p>
    </section>
  );
}
