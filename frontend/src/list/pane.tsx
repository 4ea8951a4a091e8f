/** The list: only the rows in sight are in the page, however many there are. */

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { digits, words } from "../i18n";
import { NoRows } from "../shell/notices";
import { filling, phase, rows, stale, total } from "../state/data";
import { ordered, places } from "../state/order";
import { SORTS, type Sort } from "../state/url";
import { look, setLook, view } from "../state/view";
import { ListRow } from "./row";

export const ROW_PX = 78;
const SPARE = 6;

export function ListPane() {
  const w = words.value;
  const box = useRef<HTMLDivElement>(null);
  const from = useSignal(0);
  const height = useSignal(800);
  const all = ordered.value;
  const sel = view.value.sel;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => (height.value = element.clientHeight || 800));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const at = places.value.get(sel);
    const element = box.current;
    if (at === undefined || !element) return;
    const top = at * ROW_PX;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_PX > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW_PX - element.clientHeight;
  }, [sel, all]);

  const first = Math.max(0, Math.floor(from.value / ROW_PX) - SPARE);
  const last = Math.min(all.length, Math.ceil((from.value + height.value) / ROW_PX) + SPARE);
  return (
    <section class="pane list-pane" aria-label={w.list.label} aria-busy={stale.value}>
      <header class="pane-head">
        <h2>
          {w.list.label}{" "}
          <span class="count" aria-live="polite">
            {phase.value === "ready" ? digits(total.value) : ""}
          </span>
        </h2>
        <label>
          <span class="hidden">{w.list.sort}</span>
          <select class="field slim" value={look.value.sort} onChange={(event) => setLook({ sort: event.currentTarget.value as Sort })}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {w.list.sorts[sort]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <div
        id="list"
        class="scroll"
        tabIndex={-1}
        ref={box}
        onScroll={(event) => {
          const top = event.currentTarget.scrollTop;
          if (Math.abs(top - from.peek()) > ROW_PX * 2) from.value = top;
        }}
      >
        {all.length === 0 ? (
          <NoRows phase={phase.value} />
        ) : (
          <ul class="rows" style={{ height: `${all.length * ROW_PX}px` }}>
            {all.slice(first, last).map((row, index) => (
              <ListRow key={row.id} row={row} at={first + index} of={all.length} selected={row.id === sel} />
            ))}
          </ul>
        )}
        {filling.value && (
          <p class="soft small more" role="status">
            {w.list.more} ({digits(rows.value.length)} / {digits(total.value)})
          </p>
        )}
      </div>
    </section>
  );
}
