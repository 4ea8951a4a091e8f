import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const GAZETTEER = new URL("../../src/skyledger/data/gazetteer/", import.meta.url);
const PREFIX = "virtual:names/";
const HEADS: Record<string, Record<string, string>> = {
  ru: { raion: "район", okrug: "округ", city_district: "район" },
  uk: { raion: "район", okrug: "округ", city_district: "район" },
};

function read(name: string): string {
  return readFileSync(new URL(name, GAZETTEER), "utf-8");
}

function field(block: string, name: string): string {
  return new RegExp(`^${name} = "(.*)"$`, "m").exec(block)?.[1] ?? "";
}

/** Tables of `[[what]]` blocks with an id and a name in each language. */
function blocks(file: string, prefix: string, lang: string): [string, string][] {
  return read(file)
    .split(/^\[\[\w+\]\]$/m)
    .slice(1)
    .map((block) => [prefix + field(block, "id"), field(block, lang)]);
}

/** Airports as people call them: the first name of a `[ICAO]` table. */
function airports(lang: string): [string, string][] {
  return [...read("airports.toml").matchAll(/^\[(\w{4})\]\n([^[]*(?:\[[^\]]*\][^[]*)*?)(?=^\[|\s*$(?![\s\S]))/gm)].map(([, id = "", block = ""]) => [
    id,
    new RegExp(`^${lang} = \\["([^"]+)"`, "m").exec(block)?.[1] ?? "",
  ]);
}

/** Districts have no id here: they are looked up by region and English name. */
function districts(lang: string): [string, string][] {
  const found: [string, string][] = [];
  let [region, group] = ["", ""];
  for (const line of read("districts.toml").split("\n")) {
    region = /^\[([A-Z]{2}-\w+)\]$/.exec(line)?.[1] ?? region;
    group = /^(\w+) = \[/.exec(line)?.[1] ?? group;
    const english = /\ben = "([^"]+)"/.exec(line)?.[1];
    const own = new RegExp(`\\b${lang} = "([^"]+)"`).exec(line)?.[1];
    if (english && own) found.push([`${region}/${english}`, `${own} ${HEADS[lang]?.[group] ?? ""}`.trim()]);
  }
  return found;
}

/** Settlements of the two countries most of the texts are about. */
function settlements(lang: string): [string, string][] {
  const [head = "", ...lines] = read("settlements.tsv").trimEnd().split("\n");
  const columns = head.split("\t");
  const [id, name, country] = [columns.indexOf("id"), columns.indexOf(`name_${lang}`), columns.indexOf("country")];
  return lines
    .map((line) => line.split("\t"))
    .filter((cells) => cells[country] === "RU" || cells[country] === "UA")
    .map((cells) => [cells[id] ?? "", cells[name] ?? ""]);
}

/** Names of places in a language, from the gazetteer itself, as a module that is only loaded for that language. */
export function placeNames(): Plugin {
  return {
    name: "place-names",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const lang = id.slice(PREFIX.length + 1);
      const all = [
        ...blocks("regions.toml", "", lang),
        ...blocks("countries.toml", "", lang),
        ...blocks("seas.toml", "sea:", lang),
        ...airports(lang),
        ...districts(lang),
        ...settlements(lang),
      ].filter(([key, name]) => key && name);
      return `export default ${JSON.stringify(Object.fromEntries(all))};`;
    },
  };
}
