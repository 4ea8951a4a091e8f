/** What the server said about the view: rows, counts, headline; asked for again whenever the question changes. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Closure, Facet, Headline, NightCount, Page } from "../api/answers";
import { ask, Problem, Unreachable } from "../api/client";
import type { Row } from "../api/rows";
import { lang } from "../i18n";
import { named } from "../i18n/names";
import { commonOffset } from "../text/times";
import { type Filter, writeQuery } from "./url";
import { view } from "./view";

export type Phase = "loading" | "ready" | "problem" | "unreachable";

export const phase = signal<Phase>("loading");
export const problem = signal<Problem | null>(null);
const received = signal<readonly Row[]>([]);
/** The rows, with places named in the language of the page. */
export const rows = computed<readonly Row[]>(() => received.value.map(named));
export const total = signal(0);
export const facets = signal<readonly Facet[]>([]);
export const headline = signal<Headline | null>(null);
export const closures = signal<readonly Closure[]>([]);
export const nights = signal<readonly NightCount[]>([]);
/** The same without the filter by time, which the times show it against. */
export const aroundTime = signal<readonly Row[] | null>(null);
/** Whether rows are on the screen that answer an older question. */
export const stale = signal(false);
/** Whether more pages of rows are on their way. */
export const filling = signal(false);

/** The filter as the server understood it, with the night filled in that was meant. */
const meant = signal<Filter>({});
/** Whether the server is still preparing the nights asked for; the page asks again by itself. */
export const waiting = signal(false);
const BUSY = 503;
const PAUSE_MS = 1_500;
const retries = signal(0);

export function retry(): void {
  retries.value += 1;
}

/** The question in the address, as the server reads it. */
export const question = computed(() => writeQuery(view.value.filter, { as_of: view.value.asOf }));

/** The nights shown: those asked for, else the one the rows are of. */
export const nightsShown = computed<[string, string]>(() => {
  const { night_from: from, night_to: to }: Filter = { ...meant.value, ...view.value.filter };
  if (from && to) return [from, to];
  const own = rows.value.map((row) => row.night ?? "").filter(Boolean);
  const least = own.reduce((a, b) => (b < a ? b : a), own[0] ?? "");
  const most = own.reduce((a, b) => (b > a ? b : a), "");
  return [from ?? least, to ?? most];
});

/** The zone, in minutes east of UTC, that most of the times are told in; the axis and the time filter use it. */
export const zone = computed(() => commonOffset((aroundTime.value ?? rows.value).map((row) => row.window?.start ?? null)));

export function addressFor(path: string): string {
  return path + (question.value && `?${question.value}`);
}

let asked = 0;

async function load(query: string): Promise<void> {
  const mine = ++asked;
  const suffix = query && `?${query}`;
  batch(() => {
    stale.value = received.peek().length > 0;
    if (!stale.peek()) phase.value = "loading";
  });
  try {
    const beside = Promise.all([
      ask<{ facets: Facet[] }>(`/facets.json${suffix}`, "facets"),
      ask<Headline>(`/headline.json${suffix}`, "headline"),
      ask<{ closures: Closure[] }>(`/timeline.json${suffix}`, "timeline"),
    ]).catch(() => null);
    let page = await ask<Page>(`/incidents.json${suffix}`, "rows");
    let found = page.incidents;
    show(found, page);
    const rest = await beside;
    if (mine !== asked) return;
    batch(() => {
      facets.value = rest?.[0].facets ?? [];
      headline.value = rest?.[1] ?? null;
      closures.value = rest?.[2].closures ?? [];
    });
    while (page.next && mine === asked) {
      page = await ask<Page>(page.next, "rows");
      found = [...found, ...page.incidents];
      show(found, page);
    }
  } catch (error) {
    if (mine !== asked) return;
    if (error instanceof Problem && error.status === BUSY) {
      waiting.value = true;
      setTimeout(() => mine === asked && void load(query), PAUSE_MS);
      return;
    }
    batch(() => {
      waiting.value = false;
      stale.value = false;
      filling.value = false;
      problem.value = error instanceof Problem ? error : null;
      phase.value = error instanceof Unreachable ? "unreachable" : "problem";
      if (error instanceof Problem) received.value = [];
    });
  }
}

function show(found: readonly Row[], page: Page): void {
  batch(() => {
    received.value = found;
    meant.value = page.filter ?? {};
    total.value = page.number_matched;
    filling.value = page.next !== null && page.next !== undefined;
    phase.value = "ready";
    waiting.value = false;
    problem.value = null;
    stale.value = false;
  });
}

/** Ask what lies around a filter by time; one page is enough for a backdrop. */
async function loadAround(filter: Filter, asOf: string): Promise<void> {
  if (!filter.datetime) {
    aroundTime.value = null;
    return;
  }
  const { datetime: _, ...rest } = filter;
  const [from, to] = nightsShown.peek();
  const nights = { ...(from && { night_from: from }), ...(to && { night_to: to }) };
  const query = writeQuery({ ...nights, ...rest }, { as_of: asOf });
  const page = await ask<Page>(`/incidents.json?${query}`, "around").catch(() => null);
  if (page && view.peek().filter.datetime) aroundTime.value = page.incidents;
}

async function loadNights(asOf: string): Promise<void> {
  try {
    await takeNights(asOf);
  } catch (error) {
    if (error instanceof Problem && error.status === BUSY) setTimeout(() => void loadNights(asOf), PAUSE_MS);
  }
}

async function takeNights(asOf: string): Promise<void> {
  const answer = await ask<{ nights: NightCount[] }>(`/nights.json${asOf && `?as_of=${encodeURIComponent(asOf)}`}`, "nights");
  nights.value = [...answer.nights].sort((a, b) => (a.night < b.night ? -1 : 1));
}

/** Start asking: once at the start, and whenever the question in the address becomes another. */
export function follow(): void {
  effect(() => {
    retries.value;
    lang.value;
    void load(question.value);
  });
  effect(() => {
    question.value;
    lang.value;
    void loadAround(view.peek().filter, view.peek().asOf);
  });
  window.addEventListener("online", retry);
  const asOf = computed(() => view.value.asOf);
  effect(() => {
    retries.value;
    void loadNights(asOf.value);
  });
}
