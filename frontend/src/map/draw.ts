/** Drawing of the map, back to front; signs of one style are one layer and one stroke, however many there are. */

import { FONT, type Palette, prepare } from "../parts/palette";
import { drawLabels } from "./labels";
import type { Mark, Marks } from "./marks";
import { type Camera, toScreen, unitsPerKm } from "./mercator";
import type { Area, Borders } from "./shapes";
import type { TileStore } from "./tiles";

export interface Scene {
  width: number;
  height: number;
  camera: Camera;
  borders: Borders | null;
  marks: Marks;
  palette: Palette;
  tiles: TileStore | null;
}

/** What stands out: it changes with every move of a hand, so it is drawn over the rest. */
export interface Chosen {
  hovered: string;
  selected: string;
  filtered: ReadonlySet<string>;
}

const TAU = Math.PI * 2;

export function drawMap(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, palette } = scene;
  ctx.fillStyle = palette.water;
  ctx.fillRect(0, 0, width, height);
  if (scene.borders) drawLand(ctx, scene, scene.borders);
  drawRings(ctx, scene);
  drawAirports(ctx, scene);
  ctx.font = `600 12px ${FONT}`;
  drawLabels(ctx, scene);
}

function inWorld(ctx: CanvasRenderingContext2D, { width, height, camera }: Scene, draw: () => void): void {
  ctx.save();
  ctx.translate(width / 2, height / 2);
  ctx.scale(camera.scale, camera.scale);
  ctx.translate(-camera.x, -camera.y);
  draw();
  ctx.restore();
}

function isVisible({ box }: Area, { width, height, camera }: Scene): boolean {
  const [w, h] = [width / 2 / camera.scale, height / 2 / camera.scale];
  return box.east > camera.x - w && box.west < camera.x + w && box.south > camera.y - h && box.north < camera.y + h;
}

function drawLand(ctx: CanvasRenderingContext2D, scene: Scene, borders: Borders): void {
  const { palette, camera, marks, tiles } = scene;
  const px = 1 / camera.scale;
  const stated = new Map(marks.all.filter((m) => m.style === "region").map((m) => [m.id, m]));
  inWorld(ctx, scene, () => {
    ctx.lineJoin = "round";
    ctx.fillStyle = palette.land;
    ctx.strokeStyle = palette["land-line"];
    ctx.lineWidth = px;
    for (const area of borders.countries) {
      if (!isVisible(area, scene)) continue;
      ctx.fill(area.path);
      ctx.stroke(area.path);
    }
  });
  const shown = [...borders.regions.values()].filter((area) => isVisible(area, scene));
  inWorld(ctx, scene, () => {
    ctx.fillStyle = palette.land;
    for (const area of shown) ctx.fill(area.path);
  });
  if (tiles) tiles.draw(ctx, scene);
  inWorld(ctx, scene, () => {
    ctx.globalAlpha = tiles ? 0.6 : 1;
    for (const area of shown) {
      const mark = stated.get(area.id);
      if (!mark && !marks.listed.has(area.id)) continue;
      ctx.fillStyle = mark ? palette.stated : palette.listed;
      ctx.fill(area.path);
    }
    ctx.globalAlpha = 1;
  });
  for (const area of shown) {
    const mark = stated.get(area.id);
    if (mark?.harm) fillPattern(ctx, scene, area, "hatch");
    if (!mark && marks.listed.has(area.id)) fillPattern(ctx, scene, area, "dots");
  }
  inWorld(ctx, scene, () => {
    ctx.strokeStyle = palette["land-line"];
    ctx.lineWidth = 0.7 * px;
    for (const area of shown) ctx.stroke(area.path);
    ctx.strokeStyle = palette.border;
    ctx.lineWidth = 1.3 * px;
    for (const area of borders.countries) if (isVisible(area, scene)) ctx.stroke(area.path);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 1.2 * px;
    for (const area of shown) if (stated.has(area.id)) ctx.stroke(area.path);
    ctx.strokeStyle = palette.doubt;
    ctx.lineWidth = 1.6 * px;
    ctx.setLineDash([5 * px, 4 * px]);
    for (const area of borders.disputed) ctx.stroke(area.path);
    ctx.setLineDash([]);
  });
}

/** Hatch an area with harm, dot a member of a list: seen without colour. Lines keep their distance at any zoom. */
function fillPattern(ctx: CanvasRenderingContext2D, scene: Scene, area: Area, what: "hatch" | "dots"): void {
  const { camera, width, height, palette } = scene;
  const corner = toScreen(camera, width, height, { x: area.box.west, y: area.box.north });
  const far = toScreen(camera, width, height, { x: area.box.east, y: area.box.south });
  const [x1, y1] = [Math.max(0, corner.x), Math.max(0, corner.y)];
  const [x2, y2] = [Math.min(width, far.x), Math.min(height, far.y)];
  if (x2 <= x1 || y2 <= y1) return;
  ctx.save();
  ctx.translate(width / 2, height / 2);
  ctx.scale(camera.scale, camera.scale);
  ctx.translate(-camera.x, -camera.y);
  ctx.clip(area.path);
  ctx.translate(camera.x, camera.y);
  ctx.scale(1 / camera.scale, 1 / camera.scale);
  ctx.translate(-width / 2, -height / 2);
  ctx.strokeStyle = what === "hatch" ? palette.hatch : palette.soft;
  ctx.globalAlpha = what === "hatch" ? 0.55 : 0.8;
  ctx.lineWidth = what === "hatch" ? 1 : 1.6;
  ctx.lineCap = "round";
  if (what === "dots") ctx.setLineDash([0, 7]);
  ctx.beginPath();
  const gap = 8;
  const tall = y2 - y1;
  for (let x = Math.floor((x1 - tall) / gap) * gap; x < x2; x += gap) {
    ctx.moveTo(x, y2);
    ctx.lineTo(x + tall, y1);
  }
  ctx.stroke();
  ctx.restore();
}

export function radiusPx(mark: Mark, camera: Camera): number {
  return mark.radiusKm * unitsPerKm(mark.lat) * camera.scale;
}

function drawRings(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { camera, width, height, palette } = scene;
  for (const style of ["district", "settlement"] as const) {
    ctx.beginPath();
    for (const mark of scene.marks.all) {
      if (mark.style !== style) continue;
      const at = toScreen(camera, width, height, mark.at);
      const radius = Math.max(radiusPx(mark, camera), style === "district" ? 7 : 5);
      if (at.x < -radius || at.y < -radius || at.x > width + radius || at.y > height + radius) continue;
      ctx.moveTo(at.x + radius, at.y);
      ctx.arc(at.x, at.y, radius, 0, TAU);
    }
    ctx.globalAlpha = 0.45;
    ctx.fillStyle = palette.stated;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 1.1;
    ctx.setLineDash(style === "district" ? [5, 3] : []);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  drawDots(ctx, scene, false, palette.ink);
  drawDots(ctx, scene, true, palette.hatch);
}

/** A round dot for a place, a square one where harm is stated. */
function drawDots(ctx: CanvasRenderingContext2D, { camera, width, height, marks, palette }: Scene, harm: boolean, colour: string): void {
  ctx.beginPath();
  for (const mark of marks.all) {
    if (mark.harm !== harm || mark.style === "region" || mark.style === "airport" || mark.style === "district") continue;
    const { x, y } = toScreen(camera, width, height, mark.at);
    if (x < -9 || y < -9 || x > width + 9 || y > height + 9) continue;
    if (harm) ctx.rect(x - 3.5, y - 3.5, 7, 7);
    else {
      ctx.moveTo(x + 3, y);
      ctx.arc(x, y, 3, 0, TAU);
    }
  }
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = 1;
  ctx.stroke();
}

const PLANE = new Path2D("M0-7C.8-7 1.2-6 1.2-5v3L7 1.6v1.6L1.2 1.5v3L2.8 6v1.2L0 6.5l-2.8.7V6l1.6-1.5v-3L-7 3.2V1.6L-1.2-2v-3c0-1 .4-2 1.2-2z");

function drawAirports(ctx: CanvasRenderingContext2D, { camera, width, height, marks, palette }: Scene): void {
  const sign = airportSign(palette);
  for (const mark of marks.all) {
    if (mark.style !== "airport") continue;
    const { x, y } = toScreen(camera, width, height, mark.at);
    if (x < -12 || y < -12 || x > width + 12 || y > height + 12) continue;
    ctx.drawImage(sign, x - SIGN_PX / 2, y - SIGN_PX / 2, SIGN_PX, SIGN_PX);
  }
}

const SIGN_PX = 24;
const signs = new Map<string, HTMLCanvasElement>();

/** The sign is drawn once for each set of colours, then only stamped. */
function airportSign(palette: Palette): HTMLCanvasElement {
  const had = signs.get(palette.card);
  if (had) return had;
  const canvas = document.createElement("canvas");
  const ctx = prepare(canvas, SIGN_PX, SIGN_PX);
  if (ctx) {
    ctx.translate(SIGN_PX / 2, SIGN_PX / 2);
    ctx.beginPath();
    ctx.roundRect(-10, -10, 20, 20, 5);
    ctx.fillStyle = palette.card;
    ctx.fill();
    ctx.strokeStyle = palette["k-airspace"];
    ctx.lineWidth = 1.4;
    ctx.stroke();
    ctx.fillStyle = palette["k-airspace"];
    ctx.fill(PLANE);
  }
  signs.set(palette.card, canvas);
  return canvas;
}

export function drawChosen(ctx: CanvasRenderingContext2D, scene: Scene, chosen: Chosen): void {
  const { camera, width, height, marks, palette } = scene;
  for (const [id, wide] of [...[...chosen.filtered].map((id) => [id, 3] as const), [chosen.hovered, 2.5], [chosen.selected, 4]] as const) {
    const mark = marks.byId.get(id);
    const area = mark?.area ?? scene.borders?.regions.get(id);
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = wide;
    if (area) {
      inWorld(ctx, scene, () => {
        ctx.lineWidth = wide / camera.scale;
        ctx.stroke(area.path);
      });
    } else if (mark) {
      const at = toScreen(camera, width, height, mark.at);
      ctx.beginPath();
      ctx.arc(at.x, at.y, Math.max(radiusPx(mark, camera), 11) + 3, 0, TAU);
      ctx.stroke();
    }
  }
}

