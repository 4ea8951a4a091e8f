/** Names of places in the reader's language: loaded only for that language, and after the first paint. */

import { effect, signal } from "@preact/signals";
import type { Row, RowPlace } from "../api/rows";
import { lang } from "./index";

const LOADERS = {
  ru: () => import("virtual:names/ru"),
  uk: () => import("virtual:names/uk"),
};

const NONE: Record<string, string> = {};
const names = signal(NONE);

effect(() => {
  const wanted = lang.value;
  if (wanted === "en") {
    names.value = NONE;
    return;
  }
  LOADERS[wanted]().then(
    (loaded) => {
      if (lang.peek() === wanted) names.value = loaded.default;
    },
    () => undefined, // without them the names stay as the server gives them
  );
});

/** Return the name of an id in the language of the page, or what the server calls it. */
export function nameOfId(id: string, fallback: string): string {
  return names.value[id] ?? fallback;
}

/** Return the name of a place in the language of the page. */
function placeName(place: Pick<RowPlace, "id" | "kind" | "name" | "region" | "parts">): string {
  const all = names.value;
  if (place.kind === "list" && place.parts.length) {
    const known = place.parts.map((id) => all[id]);
    return known.every((name) => name !== undefined) ? known.join(", ") : place.name;
  }
  if (place.kind === "district") return all[`${place.region}/${place.name.replace(/ (District|Raion|Okrug)$/, "")}`] ?? place.name;
  return all[place.id] ?? place.name;
}

/** Return a row whose place and region are named in the language of the page; the row itself where nothing changes. */
export function named(row: Row): Row {
  const place = row.place;
  if (!place || names.value === NONE) return row;
  const region_name = place.region === null ? null : nameOfId(place.region, place.region_name ?? "");
  return { ...row, place: { ...place, name: placeName(place), region_name } };
}
