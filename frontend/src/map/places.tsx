import { words } from "../i18n";
import { withValue } from "../state/url";
import { setFilter, view } from "../state/view";
import type { Marks } from "./marks";
import { choose } from "./pane";

const MOST = 200;

/** The same places as a list, for keyboards and screen readers, and for what has no spot on a map. */
export function PlaceList({ marks }: { marks: Marks }) {
  const w = words.value;
  const elsewhere = new Map<string, number>();
  for (const row of marks.undrawn) if (row.place) elsewhere.set(row.place.name, (elsewhere.get(row.place.name) ?? 0) + 1);
  const nowhere = marks.undrawn.filter((row) => !row.place).length;
  return (
    <details class="places">
      <summary>
        {w.map.places(marks.all.length)}
        {marks.undrawn.length > 0 && <span class="soft"> · {w.map.unlocated(marks.undrawn.length)}</span>}
      </summary>
      <ul>
        {marks.all.slice(0, MOST).map((mark) => (
          <li key={mark.id}>
            <button type="button" class="chip" onClick={() => choose(mark)}>
              {mark.name} <b>{mark.rows.length}</b>
            </button>
          </li>
        ))}
        {[...elsewhere].map(([name, count]) => (
          <li key={name}>
            <span class="chip plain">
              {name} <b>{count}</b>
            </span>
          </li>
        ))}
        {nowhere > 0 && (
          <li>
            <button type="button" class="chip" onClick={() => setFilter(withValue(view.peek().filter, "located", "no"))}>
              {w.list.noPlace} <b>{nowhere}</b>
            </button>
          </li>
        )}
      </ul>
    </details>
  );
}
