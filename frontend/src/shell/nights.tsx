/** Which night, with the nights around it: a step back or forth, or any range on a strip of bars. */

import type { NightCount } from "../api/answers";
import { dateWords, words } from "../i18n";
import { Sign } from "../parts/glyphs";
import { nights, nightsShown } from "../state/data";
import { type Filter, withValue } from "../state/url";
import { setFilter, view } from "../state/view";

function toNights(from: string, to: string): Filter {
  const { datetime: _, ...rest } = view.peek().filter;
  return withValue(withValue(rest, "night_from", from), "night_to", to);
}

function neighbour(by: 1 | -1): string | undefined {
  const labels = nights.value.map((n) => n.night);
  const [from, to] = nightsShown.value;
  const edge = by > 0 ? to : from;
  return by > 0 ? labels.find((label) => label > edge) : labels.filter((label) => label < edge).at(-1);
}

export function NightPicker() {
  const w = words.value;
  const [from, to] = nightsShown.value;
  const label = !from ? w.night.none : from === to ? w.night.of(dateWords(from)) : w.night.range(dateWords(from), dateWords(to));
  return (
    <div class="nights">
      <Step by={-1} label={w.night.previous} />
      <details class="drop">
        <summary class="btn" title={w.night.choose}>
          <strong>{label}</strong>
        </summary>
        <div class="sheet">
          <Strip counts={nights.value.slice(-60)} />
          <form class="range" onSubmit={submit} key={`${from}${to}`}>
            <label>
              {w.night.from}
              <input class="field" type="date" name="from" defaultValue={from} />
            </label>
            <label>
              {w.night.to}
              <input class="field" type="date" name="to" defaultValue={to} />
            </label>
            <button type="submit" class="btn primary">
              {w.filters.apply}
            </button>
          </form>
          <p>
            <button type="button" class="btn" onClick={() => setFilter(toNights("", ""))}>
              {w.night.last}
            </button>{" "}
            <button type="button" class="btn" onClick={() => setFilter(toNights(nights.value[0]?.night ?? "", nights.value.at(-1)?.night ?? ""))}>
              {w.night.all}
            </button>
          </p>
          <p class="soft small">{w.night.hint}</p>
        </div>
      </details>
      <Step by={1} label={w.night.next} />
    </div>
  );
}

function Step({ by, label }: { by: 1 | -1; label: string }) {
  const night = neighbour(by);
  return (
    <button
      type="button"
      class="btn icon"
      aria-label={label}
      title={label}
      disabled={!night}
      onClick={() => night && setFilter(toNights(night, night))}
    >
      <Sign name={by > 0 ? "right" : "left"} />
    </button>
  );
}

function Strip({ counts }: { counts: readonly NightCount[] }) {
  const w = words.value;
  const [from, to] = nightsShown.value;
  const most = Math.max(1, ...counts.map((n) => n.incidents));
  return (
    <ul class="strip">
      {counts.map(({ night, incidents }) => (
        <li key={night}>
          <button
            type="button"
            aria-pressed={night >= from && night <= to}
            title={`${dateWords(night)}: ${w.headline.incidents(incidents)}`}
            onClick={(event) => setFilter(event.shiftKey ? toNights(night < from ? night : from, night > to ? night : to) : toNights(night, night))}
          >
            <span class="hidden">{`${dateWords(night)}: ${w.headline.incidents(incidents)}`}</span>
            <i style={{ height: `${Math.max(6, Math.round((incidents / most) * 100))}%` }} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function submit(event: SubmitEvent): void {
  event.preventDefault();
  if (!(event.currentTarget instanceof HTMLFormElement)) return;
  const said = new FormData(event.currentTarget);
  const [from, to] = [String(said.get("from") ?? ""), String(said.get("to") ?? "")];
  setFilter(from && to && from > to ? toNights(to, from) : toNights(from, to));
  event.currentTarget.closest("details")?.removeAttribute("open");
}
