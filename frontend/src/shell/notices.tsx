/** What the reader has to know before trusting the page: no connection, an older state, a filter that makes no sense. */

import { answeredAt, offline } from "../api/client";
import { instantWords, words } from "../i18n";
import { problem, retry, rows, waiting } from "../state/data";
import { setAsOf, setFilter, view } from "../state/view";

export function Notices() {
  const w = words.value;
  const asOf = view.value.asOf;
  return (
    <div class="notices" aria-live="polite">
      {offline.value && (
        <p class="notice doubt" role="alert">
          <strong>{w.states.offlineTitle}.</strong>{" "}
          {rows.value.length && answeredAt.value ? w.states.offlineText(instantWords(answeredAt.value)) : w.states.offlineNothing}
          <button type="button" class="btn" onClick={retry}>
            {w.states.retry}
          </button>
        </p>
      )}
      {!offline.value && problem.value && rows.value.length > 0 && <p class="notice doubt">{problem.value.message}</p>}
      {asOf && (
        <p class="notice">
          {w.asOf.shown(instantWords(asOf))}
          <button type="button" class="btn" onClick={() => setAsOf("")}>
            {w.asOf.back}
          </button>
        </p>
      )}
    </div>
  );
}

/** What stands in place of the rows while there are none. */
export function NoRows({ phase }: { phase: "loading" | "ready" | "problem" | "unreachable" }) {
  const w = words.value;
  if (phase === "loading") {
    return (
      <div class="state" role="status" aria-label={w.states.loading}>
        {waiting.value && <p>{w.states.preparing}</p>}
        {[0, 1, 2, 3, 4, 5].map((n) => (
          <div key={n} class="bone" />
        ))}
      </div>
    );
  }
  if (phase === "unreachable") {
    return (
      <div class="state">
        <h3>{w.states.offlineTitle}</h3>
        <p>{w.states.offlineNothing}</p>
        <button type="button" class="btn primary" onClick={retry}>
          {w.states.retry}
        </button>
      </div>
    );
  }
  if (phase === "problem") {
    const said = problem.value;
    return (
      <div class="state">
        <h3>{said?.parameter ? w.states.badFilter(said.parameter) : w.states.errorTitle}</h3>
        <p>{said?.message}</p>
        <button type="button" class="btn primary" onClick={said?.parameter ? () => setFilter({}) : retry}>
          {said?.parameter ? w.states.reset : w.states.retry}
        </button>
      </div>
    );
  }
  const isThen = view.value.asOf !== "";
  const filtered = Object.keys(view.value.filter).length > 0;
  return (
    <div class="state">
      <h3>{filtered ? w.states.emptyTitle : isThen ? w.states.emptyThen : w.states.emptyLedgerTitle}</h3>
      {(filtered || !isThen) && <p>{filtered ? w.states.emptyText : w.states.emptyLedgerText}</p>}
      {filtered && (
        <button type="button" class="btn primary" onClick={() => setFilter({})}>
          {w.states.reset}
        </button>
      )}
    </div>
  );
}
