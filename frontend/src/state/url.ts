/**
 * The whole view is in the address: path and query say *what* is shown (and mean the same to the server, so the address
 * with `.json`, `.csv` or `.geojson` gives the same rows); the fragment says *how* it is looked at and never leaves the page.
 */

export const LANGS = ["en", "ru", "uk"] as const;
export type Lang = (typeof LANGS)[number];

/** Filter parameters of the server, in the order in which it writes them. */
export const FILTERS = [
  "night_from",
  "night_to",
  "kinds",
  "fates",
  "objects",
  "region",
  "place",
  "airport",
  "speaker",
  "side",
  "status",
  "modality",
  "origins_min",
  "count_min",
  "q",
  "bbox",
  "datetime",
  "located",
  "timed",
  "id",
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filter = Partial<Record<FilterName, string>>;

/** Fields that hold several values with commas between them. */
const MANY: ReadonlySet<FilterName> = new Set(["kinds", "fates", "objects", "region", "side", "status", "modality", "id"]);

export type Page =
  | { name: "night" }
  | { name: "region"; id: string }
  | { name: "airport"; id: string };

export const PANES = ["list", "map", "time", "filters"] as const;
export type Pane = (typeof PANES)[number];
export const SORTS = ["time", "number", "origins", "updated"] as const;
export type Sort = (typeof SORTS)[number];

/** How the page is looked at: `map` is longitude, latitude, zoom. */
export interface Look {
  map: [number, number, number] | null;
  pane: Pane;
  sort: Sort;
  latin: boolean;
  focus: string;
}

export interface View {
  page: Page;
  filter: Filter;
  asOf: string;
  sel: string;
  lang: Lang | null;
  look: Look;
}

export const PLAIN_LOOK: Look = { map: null, pane: "list", sort: "time", latin: false, focus: "" };
const INCIDENT = /^INC-[A-Z0-9]{10}$/;

export function readView(path: string, search: string, hash: string): View {
  const query = new URLSearchParams(search);
  const filter: Filter = {};
  const night = query.get("night");
  if (night) Object.assign(filter, { night_from: night, night_to: night });
  for (const name of FILTERS) {
    const value = query.getAll(name).filter(Boolean).join(",");
    if (value) filter[name] = value;
  }
  const [, first = "", second = ""] = path.split("/").map(decode);
  const known = first === "incidents" && INCIDENT.test(second) ? second : "";
  return {
    page: readPage(first, second),
    filter,
    asOf: query.get("as_of") ?? "",
    sel: query.get("sel") ?? known,
    lang: oneOf(LANGS, query.get("lang")),
    look: readLook(hash),
  };
}

function readPage(first: string, second: string): Page {
  if (first === "regions" && second) return { name: "region", id: second };
  if (first === "airports" && second) return { name: "airport", id: second };
  return { name: "night" };
}

function readLook(hash: string): Look {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const map = (said.get("map") ?? "").split(",").map(Number);
  const [lon, lat, zoom] = map;
  const isMap = map.length === 3 && map.every(Number.isFinite);
  return {
    map: isMap && lon !== undefined && lat !== undefined && zoom !== undefined ? [lon, lat, zoom] : null,
    pane: oneOf(PANES, said.get("pane")) ?? "list",
    sort: oneOf(SORTS, said.get("sort")) ?? "time",
    latin: said.get("latin") === "1",
    focus: said.get("focus") ?? "",
  };
}

/** Return path, query and fragment of a view; the same view always has the same address. */
export function writeView(view: View): string {
  const query = writeQuery({ ...view.filter }, { as_of: view.asOf, sel: view.sel, lang: view.lang ?? "" });
  return pathOf(view.page, view.filter) + (query && `?${query}`) + writeLook(view.look);
}

function pathOf(page: Page, filter: Filter): string {
  if (page.name === "region") return `/regions/${encodeURIComponent(page.id)}`;
  if (page.name === "airport") return `/airports/${encodeURIComponent(page.id)}`;
  return Object.keys(filter).length ? "/incidents" : "/";
}

/** Return the query of a filter as the server writes it, with what stands beside it. */
export function writeQuery(filter: Filter, beside: Record<string, string> = {}): string {
  const pairs = FILTERS.filter((name) => filter[name]).map((name) => `${name}=${escape(filter[name] ?? "")}`);
  for (const [name, value] of Object.entries(beside)) if (value) pairs.push(`${name}=${escape(value)}`);
  return pairs.join("&");
}

function writeLook(look: Look): string {
  const pairs: string[] = [];
  if (look.map) pairs.push(`map=${look.map.map((n) => +n.toFixed(3)).join(",")}`);
  if (look.pane !== "list") pairs.push(`pane=${look.pane}`);
  if (look.sort !== "time") pairs.push(`sort=${look.sort}`);
  if (look.latin) pairs.push("latin=1");
  if (look.focus) pairs.push(`focus=${encodeURIComponent(look.focus)}`);
  return pairs.length ? `#${pairs.join("&")}` : "";
}

/** Return the values of a filter field. */
export function valuesOf(filter: Filter, name: FilterName): string[] {
  const value = filter[name];
  if (!value) return [];
  return MANY.has(name) ? value.split(",") : [value];
}

/** Return the filter with a value switched on or off; a field of one value is replaced. */
export function toggled(filter: Filter, name: FilterName, value: string): Filter {
  const had = valuesOf(filter, name);
  const left = had.includes(value) ? had.filter((v) => v !== value) : MANY.has(name) ? [...had, value].sort() : [value];
  return withValue(filter, name, left.join(","));
}

/** Return the filter with a field set, or without it when the value is empty. */
export function withValue(filter: Filter, name: FilterName, value: string): Filter {
  const { [name]: _, ...rest } = filter;
  return value ? { ...rest, [name]: value } : rest;
}

function escape(value: string): string {
  return encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((k) => k === value) ?? null;
}
