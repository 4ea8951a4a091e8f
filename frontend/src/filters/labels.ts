/** Values of filters in words. */

import type { Messages } from "../i18n/en";
import { dateWords } from "../i18n";
import { nameOfId } from "../i18n/names";
import { zone } from "../state/data";
import type { FilterName } from "../state/url";
import { clock, shortDay, zoneWords } from "../text/times";

const TABLES = { kinds: "kinds", fates: "fates", objects: "objects", status: "statuses", modality: "modalities", side: "sideNames" } as const;

/** Return a value of a filter as the reader knows it; `label` is the server's name for an id. */
export function valueWords(name: FilterName, value: string, w: Messages, label = "", lang = "en"): string {
  if (name in TABLES) {
    const table: Record<string, string> = w[TABLES[name as keyof typeof TABLES]];
    return table[value] ?? value;
  }
  if (name === "located" || name === "timed") return value === "yes" ? w.filters.yes : value === "no" ? w.filters.no : w.filters.any;
  if (name === "night_from" || name === "night_to") return dateWords(value);
  if (name === "datetime") return intervalWords(value, lang);
  if (name === "bbox") return value.split(",").map((part) => (+part).toFixed(1)).join(", ");
  return nameOfId(value, label || value);
}

function intervalWords(value: string, lang: string): string {
  const offset = zone.value;
  const one = (part: string): string => {
    const at = Date.parse(part);
    return Number.isNaN(at) ? "…" : `${shortDay(at, offset, lang)} ${clock(at, offset)}`;
  };
  return `${value.split("/").map(one).join(" – ")} ${zoneWords(offset)}`;
}
