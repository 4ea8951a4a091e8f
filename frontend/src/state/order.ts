/** The order of the list; the rows themselves are the server's, none more and none less. */

import { computed } from "@preact/signals";
import type { Row } from "../api/rows";
import { instant } from "../text/times";
import { rows } from "./data";
import type { Sort } from "./url";
import { sort } from "./view";

const LAST = Number.POSITIVE_INFINITY;

function start(row: Row): number {
  return instant(row.window?.start ?? null) ?? instant(row.window?.end ?? null) ?? LAST;
}

function largest(row: Row): number {
  return row.figures.reduce((most, figure) => Math.max(most, figure.low), -1);
}

const KEY: Record<Sort, (row: Row) => number> = {
  time: start,
  number: (row) => -largest(row),
  origins: (row) => -row.origins,
  updated: (row) => -(instant(row.updated) ?? 0),
};

export const ordered = computed<readonly Row[]>(() => {
  const key = KEY[sort.value];
  const keyed = rows.value.map((row) => ({ row, key: key(row), night: row.night ?? "" }));
  const byNight = sort.value === "time";
  keyed.sort((a, b) => (byNight && a.night !== b.night ? (a.night < b.night ? 1 : -1) : a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  return keyed.map((k) => k.row);
});

export const places = computed(() => new Map(ordered.value.map((row, index) => [row.id, index])));
