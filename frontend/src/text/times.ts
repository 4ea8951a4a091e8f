/** Instants as minutes on one axis, and back into words of one zone. */

import type { TimeWindow } from "../api/rows";
import { dateFormat } from "./formats";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Hours over which an end that is only roughly known tapers off. */
export const TAPER_H: Record<TimeWindow["precision"], number> = {
  minute: 0,
  hour: 0.5,
  part_of_day: 1,
  night: 1,
  day: 1.5,
  none: 1.5,
};

export function instant(moment: string | null): number | null {
  if (moment === null) return null;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? null : at;
}

/** Return minutes east of UTC as an instant states them: `2025-12-11T02:00:00+03:00` gives 180. */
export function offsetOf(moment: string): number {
  const found = /([+-])(\d\d):(\d\d)$/.exec(moment);
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** Return the offset most of the moments are told in. */
export function commonOffset(moments: Iterable<string | null>): number {
  const counts = new Map<number, number>();
  for (const moment of moments) {
    if (moment === null) continue;
    const offset = offsetOf(moment);
    counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [offset, count] of counts) if (count > most) [best, most] = [offset, count];
  return best;
}

export function zoneWords(offset: number): string {
  if (!offset) return "UTC";
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "−" : "+"}${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
}

/** Return `07:30` in a zone. */
export function clock(at: number, offset: number): string {
  return new Date(at + offset * MINUTE).toISOString().slice(11, 16);
}

/** Return `2025-12-11` in a zone. */
export function day(at: number, offset: number): string {
  return new Date(at + offset * MINUTE).toISOString().slice(0, 10);
}

/** Return `10 Dec` in a zone. */
export function shortDay(at: number, offset: number, lang: string): string {
  const style: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
  return dateFormat(lang, style).format(new Date(at + offset * MINUTE));
}

/** Return a window in words, in the zone it was told in: `10 Dec 20:00 – 11 Dec 08:00 UTC+3`. */
export function windowWords(window: TimeWindow, lang: string): string {
  const [start, end] = [instant(window.start), instant(window.end)];
  const offset = offsetOf(window.start ?? window.end ?? "");
  const one = (at: number): string => `${shortDay(at, offset, lang)} ${clock(at, offset)}`;
  if (start === null && end === null) return "";
  if (start === null && end !== null) return `… – ${one(end)} ${zoneWords(offset)}`;
  if (start !== null && end === null) return `${one(start)} – … ${zoneWords(offset)}`;
  if (start === null || end === null) return "";
  if (start === end) return `${one(start)} ${zoneWords(offset)}`;
  const sameDay = day(start, offset) === day(end, offset);
  return `${one(start)} – ${sameDay ? clock(end, offset) : one(end)} ${zoneWords(offset)}`;
}

/** Return a window in few letters, for a list whose night is told elsewhere: `20:00–08:00 UTC+3`; a day is named when it is another. */
export function shortWindow(window: TimeWindow, night: string | null, lang: string): string {
  const [start, end] = [instant(window.start), instant(window.end)];
  const offset = offsetOf(window.start ?? window.end ?? "");
  const label = night === null ? Number.NaN : Date.parse(`${night}T00:00:00Z`);
  const isOwn = (at: number): boolean => at + offset * MINUTE >= label - 12 * HOUR && at + offset * MINUTE <= label + DAY;
  const one = (at: number | null): string => (at === null ? "…" : isOwn(at) ? clock(at, offset) : `${shortDay(at, offset, lang)} ${clock(at, offset)}`);
  if (start === null && end === null) return "";
  const words = start === end ? one(start) : `${one(start)}–${one(end)}`;
  return `${words} ${zoneWords(offset)}`;
}
