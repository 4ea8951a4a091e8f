/** The first look: everything that belongs together, without the one place at the other end of the continent. */

import type { Mark } from "./marks";
import { type Camera, emptyBox, fitBox, unitsPerKm, widen } from "./mercator";

const REACH_KM = 1_300;

export function fitMarks(marks: readonly Mark[], width: number, height: number): Camera {
  const weighted = marks.flatMap((mark) => Array<Mark>(Math.min(mark.rows.length, 20)).fill(mark));
  const [x, y] = [median(weighted.map((m) => m.at.x)), median(weighted.map((m) => m.at.y))];
  const reach = REACH_KM * unitsPerKm(52);
  const near = marks.filter((mark) => Math.hypot(mark.at.x - x, mark.at.y - y) <= reach);
  const box = emptyBox();
  for (const mark of near.length ? near : marks) {
    if (mark.area && mark.area.box.east - mark.area.box.west < reach) {
      widen(box, mark.area.box.west, mark.area.box.north);
      widen(box, mark.area.box.east, mark.area.box.south);
    } else widen(box, mark.at.x, mark.at.y);
  }
  return fitBox(box, width, height, Math.min(48, width / 8, height / 8));
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
