import { FONT, type Palette } from "../parts/palette";
import type { Family } from "../parts/families";
import { clock, DAY, HOUR, MINUTE, shortDay } from "../text/times";
import { type Axis, type Bar, BAR_PX, extent, GAP_PX, HEAD_PX, type Lane, taperPx } from "./bars";

export interface TimeScene {
  width: number;
  height: number;
  axis: Axis;
  offset: number;
  lang: string;
  lanes: readonly Lane[];
  titles: Record<Family, string>;
  palette: Palette;
}

/** What stands out, drawn over the rest. */
export interface Pointed {
  hovered: Bar | null;
  selected: string;
  brush: [number, number] | null;
}

export const AXIS_PX = 22;

export function drawTimes(ctx: CanvasRenderingContext2D, scene: TimeScene): void {
  const { width, height, axis } = scene;
  const scale = width / (axis.to - axis.from);
  ctx.clearRect(0, 0, width, height);
  if (!scene.lanes.length) return;
  drawTicks(ctx, scene, scale);
  for (const lane of scene.lanes) drawLane(ctx, scene, lane, scale);
}

export function drawPointed(ctx: CanvasRenderingContext2D, scene: TimeScene, pointed: Pointed): void {
  const { width, height, palette, axis } = scene;
  const scale = width / (axis.to - axis.from);
  for (const lane of scene.lanes) {
    for (const bar of lane.bars) {
      const isChosen = pointed.selected !== "" && bar.ids.includes(pointed.selected);
      if (!isChosen && bar !== pointed.hovered) continue;
      outline(ctx, bar, axis, scale, AXIS_PX + lane.top);
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = isChosen ? 3 : 1.5;
      ctx.stroke();
    }
  }
  if (!pointed.brush) return;
  const [a, b] = pointed.brush.map((at) => (at - axis.from) * scale) as [number, number];
  ctx.fillStyle = palette.card;
  ctx.globalAlpha = 0.62;
  ctx.fillRect(0, AXIS_PX, Math.max(0, a), height);
  ctx.fillRect(b, AXIS_PX, Math.max(0, width - b), height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.accent;
  ctx.lineWidth = 2;
  ctx.strokeRect(a, AXIS_PX, b - a, height - AXIS_PX - 1);
}

const STEPS = [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 2160];

function drawTicks(ctx: CanvasRenderingContext2D, { width, height, axis, offset, palette, lang }: TimeScene, scale: number): void {
  const step = (STEPS.find((hours) => hours * HOUR * scale >= 46) ?? 2160) * HOUR;
  const shift = offset * MINUTE;
  ctx.font = `11px ${FONT}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  for (let at = Math.ceil((axis.from + shift) / step) * step - shift; at < axis.to; at += step) {
    const x = Math.round((at - axis.from) * scale) + 0.5;
    const isDay = (at + shift) % DAY === 0;
    ctx.strokeStyle = isDay ? palette.edge : palette.line;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, AXIS_PX - 4);
    ctx.lineTo(x, height);
    ctx.stroke();
    const label = isDay ? shortDay(at, offset, lang) : clock(at, offset);
    const half = ctx.measureText(label).width / 2;
    ctx.fillStyle = isDay ? palette.ink : palette.soft;
    if (x - half > 1 && x + half < width - 1) ctx.fillText(label, x, 9);
  }
}

function drawLane(ctx: CanvasRenderingContext2D, scene: TimeScene, lane: Lane, scale: number): void {
  const { palette, width } = scene;
  const top = AXIS_PX + lane.top;
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(0, top + 0.5);
  ctx.lineTo(width, top + 0.5);
  ctx.stroke();
  const colour = palette[`k-${lane.family}`];
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.8;
  for (const bar of lane.bars) {
    outline(ctx, bar, scene.axis, scale, top);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  ctx.font = `700 9.5px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const bar of lane.bars) {
    const [x1, x2] = extent(bar, scene.axis, scale);
    const label = bar.closed ? bar.closed : bar.ids.length > 1 ? `×${bar.ids.length}` : "";
    const wide = ctx.measureText(label).width;
    if (bar.closed && wide + 14 > x2 - x1) {
      ctx.fillStyle = palette.ink;
      ctx.textAlign = x2 + wide + 6 < width ? "left" : "right";
      ctx.fillText(label, ctx.textAlign === "left" ? x2 + 5 : x1 - 5, barTop(bar, top) + BAR_PX / 2 + 0.5);
      ctx.textAlign = "center";
      continue;
    }
    if (!label || wide + 14 > x2 - x1) continue;
    ctx.fillStyle = palette.card;
    ctx.fillText(label, (x1 + x2) / 2, barTop(bar, top) + BAR_PX / 2 + 0.5);
  }
  ctx.textAlign = "left";
  ctx.font = `600 11.5px ${FONT}`;
  const title = `${scene.titles[lane.family]} · ${lane.count}`;
  ctx.strokeStyle = palette.card;
  ctx.lineWidth = 3;
  ctx.strokeText(title, 4, top + 10);
  ctx.fillStyle = colour;
  ctx.fillText(title, 4, top + 10);
}

export function barTop(bar: Bar, laneTop: number): number {
  return laneTop + HEAD_PX + bar.y * (BAR_PX + GAP_PX);
}

/** Blunt where stated to the minute, tapered where roughly known, torn where not stated. */
function outline(ctx: CanvasRenderingContext2D, bar: Bar, axis: Axis, scale: number, laneTop: number): void {
  const [x1, x2] = extent(bar, axis, scale);
  const y = barTop(bar, laneTop);
  const [half, low] = [y + BAR_PX / 2, y + BAR_PX];
  const taper = taperPx(bar, scale, x2 - x1);
  ctx.beginPath();
  if (bar.start === null) {
    ctx.moveTo(x1, y);
    tear(ctx, x2, y, low, -1, bar.end === null, taper);
    ctx.lineTo(x1, low);
    for (const [dx, dy] of [[4, 0.25], [0, 0.5], [4, 0.75]] as const) ctx.lineTo(x1 + dx, low - dy * BAR_PX);
  } else {
    ctx.moveTo(x1 + taper, y);
    tear(ctx, x2, y, low, -1, bar.end === null, taper);
    ctx.lineTo(x1 + taper, low);
    if (taper) ctx.lineTo(x1, half);
  }
  ctx.closePath();
}

/** The right end, from top to bottom. */
function tear(ctx: CanvasRenderingContext2D, x: number, y: number, low: number, inward: number, torn: boolean, taper: number): void {
  if (torn) {
    ctx.lineTo(x, y);
    for (const [dx, dy] of [[4, 0.25], [0, 0.5], [4, 0.75]] as const) ctx.lineTo(x + inward * dx, y + dy * BAR_PX);
    ctx.lineTo(x, low);
    return;
  }
  ctx.lineTo(x - taper, y);
  if (taper) ctx.lineTo(x, (y + low) / 2);
  ctx.lineTo(x - taper, low);
}

export function barAt(x: number, y: number, lanes: readonly Lane[], axis: Axis, width: number): Bar | null {
  const scale = width / (axis.to - axis.from);
  for (const lane of lanes) {
    const top = AXIS_PX + lane.top;
    if (y < top || y > top + lane.height) continue;
    for (const bar of lane.bars) {
      const [x1, x2] = extent(bar, axis, scale);
      const above = barTop(bar, top);
      if (x >= x1 - 2 && x <= x2 + 2 && y >= above - 2 && y <= above + BAR_PX + 2) return bar;
    }
  }
  return null;
}
