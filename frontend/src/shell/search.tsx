/** One field for words, places and ids; what it finds are links, and Enter filters by the words. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../api/client";
import { words } from "../i18n";
import { Sign } from "../parts/glyphs";
import { titleOf } from "../text/title";
import type { Row } from "../api/rows";
import { rows } from "../state/data";
import { withValue } from "../state/url";
import { openPage, select, setFilter, view } from "../state/view";

interface Found {
  regions?: { id: string; name: string }[];
  airports?: { id: string; name: string }[];
  incidents?: { id: string; title: string }[];
}

interface Hit {
  group: "regions" | "airports" | "incidents";
  id: string;
  text: string;
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
    hits.value = near(text, rows.value);
    const wait = setTimeout(() => {
      ask<Found>(`/search.json?q=${encodeURIComponent(text)}`, "search")
        .then((found) => (hits.value = merge(hits.peek(), found)))
        .catch(() => undefined);
    }, 180);
    return () => clearTimeout(wait);
  }, [typed.value, open.value]);

  const choose = (hit: Hit): void => {
    open.value = false;
    if (hit.group === "regions") openPage({ name: "region", id: hit.id });
    else if (hit.group === "airports") openPage({ name: "airport", id: hit.id });
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

/** What the rows on the screen already know. */
function near(text: string, all: readonly Row[]): Hit[] {
  const wanted = text.toLowerCase();
  const found = new Map<string, Hit>();
  for (const row of all) {
    const place = row.place;
    if (!place) continue;
    if (place.region && place.region_name?.toLowerCase().includes(wanted))
      found.set(place.region, { group: "regions", id: place.region, text: place.region_name });
    if (place.airport && `${place.name} ${place.airport}`.toLowerCase().includes(wanted))
      found.set(place.airport, { group: "airports", id: place.airport, text: place.name });
    if (found.size >= MOST) break;
  }
  for (const row of all) {
    const text_ = `${titleOf(row, words.peek())}, ${row.place?.name ?? ""}`;
    if (found.size < 2 * MOST && text_.toLowerCase().includes(wanted)) found.set(row.id, { group: "incidents", id: row.id, text: text_ });
  }
  return [...found.values()];
}

function merge(own: Hit[], found: Found): Hit[] {
  const all = new Map(own.map((hit) => [hit.group + hit.id, hit]));
  for (const group of ["regions", "airports"] as const)
    for (const { id, name } of (found[group] ?? []).slice(0, MOST)) all.set(group + id, { group, id, text: name });
  for (const { id, title } of (found.incidents ?? []).slice(0, MOST)) all.set(`incidents${id}`, { group: "incidents", id, text: title });
  return [...all.values()];
}
