/** Borders, projected once into paths that a canvas can fill at any scale. */

import { signal } from "@preact/signals";
import type { Shape, Shapes } from "../api/answers";
import { ask } from "../api/client";
import { type Box, emptyBox, type Point, project, widen } from "./mercator";

export interface Area {
  id: string;
  name: string;
  path: Path2D;
  box: Box;
  /** A point well inside the largest part, for a label. */
  middle: Point;
}

export interface Borders {
  regions: ReadonlyMap<string, Area>;
  countries: readonly Area[];
  disputed: readonly Area[];
}

export const borders = signal<Borders | null>(null);
export const bordersFailed = signal(false);

/** GeoJSON cuts at the date line; what lies beyond it is drawn on in the east, where it belongs. */
const FAR_EAST = -160;

let asked = false;

/** Load the borders once; without them the page goes on, and says so. */
export async function loadBorders(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    const [regions, countries] = await Promise.all([ask<Shapes>("/geo/regions.json"), ask<Shapes>("/geo/countries.json")]);
    borders.value = {
      regions: new Map(regions.features.map(areaOf).map((area) => [area.id, area])),
      countries: countries.features.map(areaOf),
      disputed: (countries.disputed ?? []).map(areaOf),
    };
    bordersFailed.value = false;
  } catch {
    asked = false;
    bordersFailed.value = true;
  }
}

function areaOf(shape: Shape): Area {
  const said = shape.properties ?? {};
  const path = new Path2D();
  const box = emptyBox();
  let middle: Point = { x: 0, y: 0 };
  let largest = -1;
  const polygons = shape.geometry.type === "Polygon" ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      const turn = ring.every(([lon = 0]) => lon < FAR_EAST) ? 360 : 0;
      const points = ring.map(([lon = 0, lat = 0]) => project(lon + turn, lat));
      points.forEach(({ x, y }, at) => (at ? path.lineTo(x, y) : path.moveTo(x, y)));
      path.closePath();
      if (index > 0) return;
      for (const { x, y } of points) widen(box, x, y);
      const { area, center } = centroid(points);
      if (area > largest) [largest, middle] = [area, center];
    });
  }
  const id = String(shape.id ?? said["name"] ?? "");
  return { id, name: String(said["name"] ?? id), path, box, middle };
}

function centroid(points: readonly Point[]): { area: number; center: Point } {
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  if (!twice) return { area: 0, center: points[0] ?? { x: 0, y: 0 } };
  return { area: Math.abs(twice / 2), center: { x: x / (3 * twice), y: y / (3 * twice) } };
}
