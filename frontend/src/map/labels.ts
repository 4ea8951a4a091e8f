/** Names and numbers on the map: the busiest places first, and none over another. */

import type { Scene } from "./draw";
import { radiusPx } from "./draw";
import { type Point, toScreen } from "./mercator";

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const MOST = 70;
const MOST_TRIED = 240;
const widths = new Map<string, number>();

function widthOf(ctx: CanvasRenderingContext2D, text: string): number {
  const had = widths.get(text);
  if (had !== undefined) return had;
  const wide = ctx.measureText(text).width;
  if (widths.size > 20_000) widths.clear();
  widths.set(text, wide);
  return wide;
}

export function drawLabels(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { camera, width, height, marks, palette } = scene;
  const taken: Box[] = [];
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  let [drawn, tried] = [0, 0];
  for (const mark of marks.all) {
    if (mark.style !== "airport") continue;
    const { x, y } = toScreen(camera, width, height, mark.at);
    taken.push({ x1: x - 10, y1: y - 10, x2: x + 10, y2: y + 10 });
  }
  for (const mark of marks.all) {
    if (drawn >= MOST || tried >= MOST_TRIED) break;
    const at = toScreen(camera, width, height, mark.at);
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    tried += 1;
    const number = mark.rows.length > 1 ? String(mark.rows.length) : "";
    const isRegion = mark.style === "region";
    const reach = isRegion ? 0 : Math.min(Math.max(radiusPx(mark, camera), mark.style === "airport" ? 11 : 6), 40) + 4;
    const name = shorten(mark.name, isRegion);
    const text = [name, number].filter(Boolean).join(" · ") + (mark.conflict ? " ≠" : "");
    const wide = widthOf(ctx, text);
    const spots: Point[] = isRegion
      ? [at]
      : [
          { x: at.x + reach + wide / 2, y: at.y },
          { x: at.x - reach - wide / 2, y: at.y },
          { x: at.x, y: at.y - reach - 7 },
          { x: at.x, y: at.y + reach + 7 },
        ];
    const free = spots.find((spot) => fits(boxAt(spot, wide), taken, width, height));
    if (!free) continue;
    taken.push(boxAt(free, wide));
    drawn += 1;
    ctx.textAlign = "center";
    ctx.strokeStyle = palette.halo;
    ctx.lineWidth = 3.5;
    ctx.globalAlpha = 0.85;
    ctx.strokeText(text, free.x, free.y);
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.ink;
    ctx.fillText(text, free.x, free.y);
  }
}

function shorten(name: string, isRegion: boolean): string {
  const short = isRegion ? name.replace(/ (Oblast|Krai|Republic|область|край)$/, "") : name;
  return short.length > 24 ? `${short.slice(0, 23)}…` : short;
}

function boxAt({ x, y }: Point, wide: number): Box {
  return { x1: x - wide / 2 - 3, y1: y - 8, x2: x + wide / 2 + 3, y2: y + 8 };
}

function fits(box: Box, taken: readonly Box[], width: number, height: number): boolean {
  if (box.x1 < 2 || box.y1 < 2 || box.x2 > width - 2 || box.y2 > height - 2) return false;
  return taken.every((other) => box.x2 < other.x1 || box.x1 > other.x2 || box.y2 < other.y1 || box.y1 > other.y2);
}
