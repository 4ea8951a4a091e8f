/** Numbers with their ranges, as words. */

import type { Figure, Row } from "../api/rows";
import { digits } from "../i18n";
import type { Messages } from "../i18n/en";

const HARM = ["killed", "injured", "children"];

/** Return `40`, `40–42`, `≥ 70`; for harm with its name: `injured 7`. */
export function figureWords(figure: Pick<Figure, "field" | "low" | "high" | "value">, w: Messages): string {
  const number = rangeWords(figure.low, figure.high);
  if (!HARM.includes(figure.field)) return number;
  return `${w.fields[figure.field] ?? figure.field} ${number}`;
}

/** Return the server's words for a number of none, "none reported, preliminary", in the language of the page. */
export function noneWords(value: string, w: Messages): string {
  const [none, ...hedges] = value.split(", ");
  if (none !== "none reported") return value;
  const known: Record<string, string> = w.modalities;
  return [w.headline.noneReported, ...hedges.map((hedge) => known[hedge] ?? hedge)].join(", ");
}

export function rangeWords(low: number, high: number | null): string {
  if (high === null) return `≥ ${digits(low)}`;
  return low === high ? digits(low) : `${digits(low)}–${digits(high)}`;
}

/** Return the figure a row is read by: the dead, the hurt, else the largest number. */
export function leadFigure(row: Row): Figure | null {
  const some = row.figures.filter((figure) => figure.high !== 0);
  for (const field of ["killed", "injured"]) {
    const found = some.find((figure) => figure.field === field);
    if (found) return found;
  }
  return some.reduce<Figure | null>((best, figure) => (best === null || figure.low > best.low ? figure : best), null);
}
