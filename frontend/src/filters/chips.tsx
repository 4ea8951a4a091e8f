import { lang, words } from "../i18n";
import { Sign } from "../parts/glyphs";
import { facets, rows } from "../state/data";
import { type Filter, FILTERS, type FilterName, toggled, valuesOf } from "../state/url";
import { filter, setFilter } from "../state/view";
import { valueWords } from "./labels";

/** Filters that are on, each with a way to take it off. Nights have a place of their own. */
export function Chips() {
  const w = words.value;
  const said = filter.value;
  const on = FILTERS.filter((name) => name !== "night_from" && name !== "night_to").flatMap((name) =>
    (name === "bbox" || name === "q" || name === "datetime" ? [said[name] ?? ""].filter(Boolean) : valuesOf(said, name)).map((value) => ({ name, value })),
  );
  if (!on.length) return null;
  const shown = on.slice(0, 12);
  return (
    <div class="chips">
      <ul aria-label={w.filters.active}>
        {shown.map(({ name, value }) => {
          const text = `${w.filters.names[name]}: ${valueWords(name, value, w, nameOf(name, value), lang.value)}`;
          return (
            <li key={name + value}>
              <button type="button" class="on" aria-label={w.filters.remove(text)} onClick={() => setFilter(toggled(said, name, value))}>
                {text} <Sign name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="btn quiet" onClick={() => setFilter(onlyNights(said))}>
        {w.filters.clear}
        {on.length > shown.length && ` (${on.length})`}
      </button>
    </div>
  );
}

/** The server's or a row's name for an id. */
export function nameOf(name: FilterName, value: string): string {
  const facet = facets.value.find((f) => f.field === name)?.values.find((v) => v.value === value);
  if (facet) return facet.label;
  const row = rows.value.find((r) => r.place?.id === value || r.place?.region === value);
  return (row?.place?.id === value ? row.place.name : row?.place?.region_name) ?? "";
}

export function onlyNights({ night_from, night_to }: Filter): Filter {
  return { ...(night_from && { night_from }), ...(night_to && { night_to }) };
}
