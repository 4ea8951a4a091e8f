import { words } from "../i18n";
import { Sign } from "../parts/glyphs";
import { setAsOf, view } from "../state/view";

/** Look at everything as it was known at a moment, chosen in the reader's own zone. */
export function AsOf() {
  const w = words.value;
  const asOf = view.value.asOf;
  return (
    <details class="drop asof">
      <summary class="btn" title={w.asOf.hint} aria-label={w.asOf.label}>
        <Sign name="clock" />
        <span>{w.asOf.label}</span>
      </summary>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          const value = new FormData(event.currentTarget).get("moment");
          const at = new Date(String(value));
          setAsOf(Number.isNaN(at.valueOf()) ? "" : at.toISOString().replace(".000", ""));
          event.currentTarget.closest("details")?.removeAttribute("open");
        }}
      >
        <label>
          {w.asOf.label}
          <input class="field" type="datetime-local" name="moment" defaultValue={asOf && local(asOf)} />
        </label>
        <p class="soft small">{w.asOf.hint}</p>
        <button type="submit" class="btn primary">
          {w.filters.apply}
        </button>
      </form>
    </details>
  );
}

function local(moment: string): string {
  const at = new Date(moment);
  return new Date(at.valueOf() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
