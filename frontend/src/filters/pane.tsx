/** Every field of the filter: values with their counts, and numbers and words where there is nothing to count. */

import { useSignal } from "@preact/signals";
import type { Facet } from "../api/answers";
import { KINDS, MODALITIES, STATUSES, type Kind, type Status } from "../api/rows";
import { digits, words } from "../i18n";
import { KindGlyph, StatusGlyph } from "../parts/glyphs";
import { Link } from "../parts/link";
import { facets } from "../state/data";
import { type FilterName, toggled, valuesOf, withValue } from "../state/url";
import { filter, setFilter } from "../state/view";
import { Chips } from "./chips";
import { valueWords } from "./labels";

const SHOWN: readonly FilterName[] = ["kinds", "region", "status", "side", "objects", "fates", "modality", "airport", "speaker", "place", "located", "timed"];
const FEW = 6;
/** Fields whose values have an order of their own keep it; the rest come most frequent first. */
const ORDER: Partial<Record<FilterName, readonly string[]>> = { kinds: KINDS, status: STATUSES, modality: MODALITIES };

export function FiltersPane() {
  const w = words.value;
  return (
    <section class="pane filters-pane" aria-label={w.filters.label}>
      <header class="pane-head">
        <h2>{w.filters.label}</h2>
      </header>
      <div class="scroll">
        <Chips />
        {SHOWN.map((name) => (
          <Values key={name} name={name} facet={facets.value.find((facet) => facet.field === name)} />
        ))}
        <Numbers />
      </div>
    </section>
  );
}

function Values({ name, facet }: { name: FilterName; facet: Facet | undefined }) {
  const w = words.value;
  const all = useSignal(false);
  const on = valuesOf(filter.value, name);
  const found = (facet?.values ?? []).map((v) => ({ ...v, on: on.includes(v.value) }));
  for (const value of on) if (!found.some((v) => v.value === value)) found.unshift({ value, label: value, count: 0, on: true });
  const order = ORDER[name];
  if (order) found.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  if (!found.length) return null;
  const few = order ? found.length : FEW;
  const shown = all.value ? found : found.filter((v, index) => index < few || v.on);
  return (
    <fieldset class="facet">
      <legend>{w.filters.names[name]}</legend>
      <ul>
        {shown.map(({ value, label, count, on: chosen }) => (
          <li key={value}>
            <Link
              to={{ filter: toggled(filter.value, name, value), page: { name: "night" } }}
              class={chosen ? "value on" : "value"}
              current={chosen}
            >
              <span class="tick" aria-hidden="true">
                {chosen ? "✓" : ""}
              </span>
              {name === "kinds" && <KindGlyph kind={value as Kind} />}
              {name === "status" && <StatusGlyph status={value as Status} />}
              <span class="label">{valueWords(name, value, w, label)}</span>
              <span class="count">{digits(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found.length > shown.length || all.value ? (
        <button type="button" class="btn quiet small" onClick={() => (all.value = !all.value)}>
          {all.value ? w.filters.less : w.filters.more(found.length - shown.length)}
        </button>
      ) : null}
    </fieldset>
  );
}

function Numbers() {
  const w = words.value;
  const said = filter.value;
  const field = (name: FilterName, mode: "numeric" | "text") => (
    <label>
      {w.filters.names[name]}
      <input
        class="field"
        type="text"
        inputMode={mode}
        key={said[name] ?? ""}
        defaultValue={said[name] ?? ""}
        onChange={(event) => setFilter(withValue(said, name, event.currentTarget.value.trim()))}
      />
    </label>
  );
  return (
    <fieldset class="facet numbers">
      <legend class="hidden">{w.filters.apply}</legend>
      {field("count_min", "numeric")}
      {field("origins_min", "numeric")}
      {field("q", "text")}
      {field("id", "text")}
    </fieldset>
  );
}
