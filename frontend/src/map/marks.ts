/** Incidents as signs: one for each place, with what it stands for. */

import type { Row, RowPlace } from "../api/rows";
import { isHarm } from "../parts/families";
import { type Point, project } from "./mercator";
import type { Area, Borders } from "./shapes";

export const STYLES = ["region", "district", "settlement", "point", "airport"] as const;
export type MarkStyle = (typeof STYLES)[number];

export interface Mark {
  id: string;
  style: MarkStyle;
  name: string;
  region: string;
  at: Point;
  lat: number;
  radiusKm: number;
  rows: Row[];
  area: Area | null;
  harm: boolean;
  conflict: boolean;
}

export interface Marks {
  all: readonly Mark[];
  byId: ReadonlyMap<string, Mark>;
  /** Regions that are members of lists of places that share one number. */
  listed: ReadonlySet<string>;
  /** Rows that have no spot: whole countries, seas, nothing at all. */
  undrawn: readonly Row[];
}

export function groupMarks(rows: readonly Row[], borders: Borders | null): Marks {
  const byId = new Map<string, Mark>();
  const listed = new Set<string>();
  const undrawn: Row[] = [];
  for (const row of rows) {
    const place = row.place;
    const members = place?.parts.filter((id) => borders?.regions.has(id)) ?? [];
    for (const id of members) listed.add(id);
    const mark = place ? (byId.get(keyOf(place)) ?? startMark(place, borders)) : null;
    if (!mark) {
      if (!members.length) undrawn.push(row);
      continue;
    }
    byId.set(mark.id, mark);
    mark.rows.push(row);
    mark.harm ||= isHarm(row.kind);
    mark.conflict ||= row.conflict;
  }
  const all = [...byId.values()].sort((a, b) => b.rows.length - a.rows.length);
  return { all, byId, listed, undrawn };
}

function keyOf(place: RowPlace): string {
  return place.id;
}

function startMark(place: RowPlace, borders: Borders | null): Mark | null {
  const own = { id: keyOf(place), name: place.name, region: place.region ?? "", rows: [], harm: false, conflict: false };
  if (place.lon !== null && place.lat !== null) {
    const style = place.airport ? "airport" : place.precision === "point" || place.precision === "district" ? place.precision : "settlement";
    return { ...own, style, at: project(place.lon, place.lat), lat: place.lat, radiusKm: place.radius_km ?? 0, area: null };
  }
  const area = borders?.regions.get(place.id);
  return area ? { ...own, style: "region", at: area.middle, lat: 0, radiusKm: 0, area } : null;
}
