/** Incidents as bars: those with the same window share one, and lanes are packed so that no bar hides another. */

import type { Closure } from "../api/answers";
import type { Row, TimePrecision } from "../api/rows";
import { FAMILIES, type Family, familyOf } from "../parts/families";
import { DAY, HOUR, instant, TAPER_H } from "../text/times";

export interface Bar {
  start: number | null;
  end: number | null;
  precision: TimePrecision;
  ids: string[];
  /** An airport's closed time, with its name. */
  closed: string;
  y: number;
}

export interface Lane {
  family: Family;
  bars: Bar[];
  top: number;
  height: number;
  count: number;
}

export interface Axis {
  from: number;
  to: number;
}

export const BAR_PX = 9;
export const GAP_PX = 3;
export const HEAD_PX = 18;
const MOST_LINES = 40;

/** Return the stretch of time to draw: the nights asked for, widened to what is stated, by a day at most. */
export function fitAxis(rows: readonly Row[], from: string, to: string): Axis {
  const first = Date.parse(`${from}T00:00:00Z`);
  const last = Date.parse(`${to}T00:00:00Z`);
  if (Number.isNaN(first) || Number.isNaN(last)) return { from: 0, to: DAY };
  let [least, most] = [first - 6 * HOUR, last + 9 * HOUR];
  for (const row of rows) {
    const [start, end] = [instant(row.window?.start ?? null), instant(row.window?.end ?? null)];
    if (start !== null) least = Math.min(least, start);
    if (end !== null) most = Math.max(most, end);
  }
  least = Math.max(least, first - 14 * HOUR);
  most = Math.min(most, last + DAY);
  return { from: Math.floor(least / HOUR) * HOUR, to: Math.ceil(most / HOUR) * HOUR };
}

export function layLanes(rows: readonly Row[], closures: readonly Closure[], axis: Axis, width: number): Lane[] {
  const scale = width / (axis.to - axis.from);
  const lanes = new Map<Family, Map<string, Bar>>();
  const counts = new Map<Family, number>();
  const covered = new Set<string>();
  const selected = new Set(rows.map((row) => row.id));
  for (const closure of closures) {
    // The three views show one selection: closed times of what is not in it stay out.
    if (!selected.has(closure.closure) && !(closure.reopening && selected.has(closure.reopening))) continue;
    for (const id of [closure.closure, closure.reopening]) if (id) covered.add(id);
    const ids = [closure.closure, closure.reopening].filter((id): id is string => !!id);
    const bar: Bar = { start: instant(closure.start), end: instant(closure.end), precision: roughly(closure) ? "part_of_day" : "minute", ids, closed: closure.name, y: 0 };
    if (bar.start !== null || bar.end !== null) put(lanes, "airspace", `${closure.airport}${closure.start}`, bar);
  }
  for (const row of rows) {
    const window = row.window;
    if (!window) continue;
    const [start, end] = [instant(window.start), instant(window.end)];
    if ((start ?? axis.from) > axis.to || (end ?? axis.to) < axis.from) continue;
    const family = familyOf(row.kind);
    counts.set(family, (counts.get(family) ?? 0) + 1);
    if (covered.has(row.id)) continue;
    // Windows that fall on the same pixels are one bar.
    const key = `${at(start, scale)}|${at(end, scale)}|${window.precision}`;
    const had = lanes.get(family)?.get(key);
    if (had) had.ids.push(row.id);
    else put(lanes, family, key, { start, end, precision: window.precision, ids: [row.id], closed: "", y: 0 });
  }
  let top = 0;
  const laid: Lane[] = [];
  for (const family of FAMILIES) {
    const bars = [...(lanes.get(family)?.values() ?? [])];
    if (!bars.length) continue;
    const lines = packBars(bars, axis, scale);
    const height = HEAD_PX + lines * (BAR_PX + GAP_PX) + 4;
    laid.push({ family, bars, top, height, count: counts.get(family) ?? bars.length });
    top += height;
  }
  return laid;
}

/** The hour of an announcement is not the hour of what it announces. */
function roughly(closure: Closure): boolean {
  return closure.start_announced || closure.end_announced;
}

function at(moment: number | null, scale: number): string {
  return moment === null ? "?" : String(Math.round(moment * scale));
}

function put(lanes: Map<Family, Map<string, Bar>>, family: Family, key: string, bar: Bar): void {
  const lane = lanes.get(family) ?? new Map<string, Bar>();
  lanes.set(family, lane.set(key, bar));
}

/** Give every bar a line of its lane; returns how many lines there are. */
function packBars(bars: Bar[], axis: Axis, scale: number): number {
  bars.sort((a, b) => (a.start ?? axis.from) - (b.start ?? axis.from) || (b.end ?? axis.to) - (a.end ?? axis.to));
  const ends: number[] = [];
  for (const bar of bars) {
    const [x1, x2] = extent(bar, axis, scale);
    let line = ends.findIndex((end) => end <= x1);
    if (line < 0) line = ends.length < MOST_LINES ? ends.length : ends.indexOf(Math.min(...ends));
    ends[line] = x2 + 3;
    bar.y = line;
  }
  return ends.length;
}

/** Return where a bar begins and ends in pixels; an instant still gets a few. */
export function extent(bar: Pick<Bar, "start" | "end">, axis: Axis, scale: number): [number, number] {
  const x1 = Math.max(0, ((bar.start ?? axis.from) - axis.from) * scale);
  const x2 = Math.min((axis.to - axis.from) * scale, ((bar.end ?? axis.to) - axis.from) * scale);
  return x2 - x1 < 5 ? [x1 - 1, x1 + 4] : [x1, x2];
}

export function taperPx(bar: Bar, scale: number, wide: number): number {
  return Math.min(TAPER_H[bar.precision] * HOUR * scale, wide / 2.5);
}
