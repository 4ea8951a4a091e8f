/** What lies under a point of the map. */

import { radiusPx } from "./draw";
import type { Mark, Marks } from "./marks";
import { type Camera, toScreen, toWorld } from "./mercator";
import type { Area, Borders } from "./shapes";

export type Hit = { mark: Mark; area: null } | { mark: Mark | null; area: Area };

const REACH_PX = 12;
const board = document.createElement("canvas").getContext("2d");

export function hitAt(x: number, y: number, camera: Camera, width: number, height: number, marks: Marks, borders: Borders | null): Hit | null {
  let best: Mark | null = null;
  let nearest = Infinity;
  for (const mark of marks.all) {
    if (mark.style === "region") continue;
    const at = toScreen(camera, width, height, mark.at);
    const away = Math.hypot(at.x - x, at.y - y);
    // The sign itself wins over a ring that happens to reach here.
    if (away < Math.max(REACH_PX, Math.min(radiusPx(mark, camera), 40)) && away < nearest) [best, nearest] = [mark, away];
  }
  if (best) return { mark: best, area: null };
  const point = toWorld(camera, width, height, x, y);
  for (const area of borders?.regions.values() ?? []) {
    const { box } = area;
    if (point.x < box.west || point.x > box.east || point.y < box.north || point.y > box.south) continue;
    if (board?.isPointInPath(area.path, point.x, point.y)) return { mark: marks.byId.get(area.id) ?? null, area };
  }
  return null;
}
