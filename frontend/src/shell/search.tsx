/** One field for words, places and ids; what it finds are links, and Enter filters by the words. */

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../api/client";
import { words } from "../i18n";
import { Sign } from "../parts/glyphs";
import { titleOf } from "../text/title";
import type { Row } from "../api/rows";
import { nameOfId } from "../i18n/names";
import { nights, rows } from "../state/data";
import { type Filter, withValue } from "../state/url";
import { openPage, select, setFilter, view } from "../state/view";

interface Found {
  documents: { document: string; outlet: string; quotes: { before: string; words: string; after: string }[] }[];
}

interface Named {
  id: string;
  name: string;
}

interface Hit {
  group: "regions" | "airports" | "incidents" | "documents";
  id: string;
  text: string;
}

/** Every region and airport of the ledger, asked for when somebody first searches. */
const named = signal<{ regions: Named[]; airports: Named[] } | null>(null);

async function loadNamed(): Promise<void> {
  if (named.peek()) return;
  named.value = { regions: [], airports: [] };
  const [regions, airports] = await Promise.all([
    ask<{ regions: Named[] }>("/regions.json").catch(() => ({ regions: [] })),
    ask<{ airports: Named[] }>("/airports.json").catch(() => ({ airports: [] })),
  ]);
  named.value = { ...regions, ...airports };
}

const MOST = 6;

export function Search() {
  const w = words.value;
  const typed = useSignal(view.value.filter.q ?? "");
  const hits = useSignal<Hit[]>([]);
  const open = useSignal(false);
  useEffect(() => {
    typed.value = view.value.filter.q ?? "";
  }, [view.value.filter.q]);
  useEffect(() => {
    const text = typed.value.trim();
    if (!open.value || text.length < 2) {
      hits.value = [];
      return undefined;
    }
    void loadNamed();
    hits.value = near(text, rows.value);
    const wait = setTimeout(() => {
      ask<Found>(`/search.json?q=${encodeURIComponent(text)}&limit=${MOST}`, "search")
        .then((found) => (hits.value = [...hits.peek(), ...found.documents.map(textHit)]))
        .catch(() => undefined);
    }, 180);
    return () => clearTimeout(wait);
  }, [typed.value, open.value, named.value]);

  const choose = (hit: Hit): void => {
    open.value = false;
    if (hit.group === "regions") openPage({ name: "region", id: hit.id });
    else if (hit.group === "airports") openPage({ name: "airport", id: hit.id });
    else if (hit.group === "documents") setFilter({ ...allNights(), q: typed.peek().trim() });
    else select(hit.id);
  };
  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open.value = false;
          const text = typed.value.trim();
          if (/^INC-[A-Z0-9]{10}$/.test(text)) select(text);
          else setFilter(withValue(view.value.filter, "q", text));
        }}
        onFocusOut={(event) => {
          if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) open.value = false;
        }}
      >
        <Sign name="search" />
        <input
          id="search"
          class="field"
          type="search"
          autocomplete="off"
          placeholder={w.search.placeholder}
          aria-label={w.search.label}
          title={w.search.hint}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            open.value = true;
          }}
        />
        {open.value && typed.value.trim().length > 1 && (
          <ul class="sheet hits">
            <li>
              <button type="submit">{w.search.words(typed.value.trim())}</button>
            </li>
            {hits.value.length === 0 && <li class="soft small none">{w.search.none}</li>}
            {hits.value.map((hit) => (
              <li key={hit.group + hit.id}>
                <button type="button" onClick={() => choose(hit)}>
                  {hit.text} <span class="soft small">{w.search[hit.group]}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </search>
  );
}

/** Regions and airports by name or code, and what the rows on the screen already know. */
function near(text: string, all: readonly Row[]): Hit[] {
  const wanted = text.toLowerCase();
  const found: Hit[] = [];
  for (const group of ["regions", "airports"] as const) {
    const own = (named.value?.[group] ?? []).map(({ id, name }) => ({ group, id, text: nameOfId(id, name), known: `${id} ${name}` }));
    found.push(...own.filter((hit) => `${hit.text} ${hit.known}`.toLowerCase().includes(wanted)).slice(0, MOST));
  }
  let left = MOST;
  for (const row of all) {
    const title = [titleOf(row, words.peek()), row.place?.name].filter(Boolean).join(", ");
    if (!left || !`${title} ${row.id}`.toLowerCase().includes(wanted)) continue;
    found.push({ group: "incidents", id: row.id, text: title });
    left -= 1;
  }
  return found;
}

/** A text in which the words stand: choosing it shows the incidents of all nights with these words. */
function textHit({ document, outlet, quotes: [quote] }: Found["documents"][number]): Hit {
  const said = quote ? `${quote.before.slice(-30)}${quote.words}${quote.after.slice(0, 40)}` : "";
  return { group: "documents", id: document, text: `${outlet}: ${said}` };
}

function allNights(): Filter {
  const [first, last] = [nights.peek()[0]?.night, nights.peek().at(-1)?.night];
  return { ...(first && { night_from: first }), ...(last && { night_to: last }) };
}
