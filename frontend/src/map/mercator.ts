/** Web Mercator: the plane is a square of WORLD units; y grows southward. */

export const WORLD = 1024;
const EDGE_LAT = 84;
const EARTH_KM = 40_075;

export interface Point {
  x: number;
  y: number;
}

export function project(lon: number, lat: number): Point {
  const clipped = Math.max(-EDGE_LAT, Math.min(EDGE_LAT, lat));
  const sin = Math.sin((clipped * Math.PI) / 180);
  return {
    x: WORLD * (lon / 360 + 0.5),
    y: WORLD * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)),
  };
}

export function unproject({ x, y }: Point): [number, number] {
  const lon = (x / WORLD - 0.5) * 360;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;
  return [lon, lat];
}

/** Return how many units a kilometre is at a latitude. */
export function unitsPerKm(lat: number): number {
  return WORLD / (EARTH_KM * Math.cos((lat * Math.PI) / 180));
}

/** Where one looks: a middle in world units, and pixels per unit. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Box {
  west: number;
  north: number;
  east: number;
  south: number;
}

export function emptyBox(): Box {
  return { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
}

export function widen(box: Box, x: number, y: number): void {
  if (x < box.west) box.west = x;
  if (x > box.east) box.east = x;
  if (y < box.north) box.north = y;
  if (y > box.south) box.south = y;
}

export const LEAST_SCALE = 0.8;
export const MOST_SCALE = 4_000;

/** Return the camera that shows a box in a frame of pixels. */
export function fitBox(box: Box, width: number, height: number, pad: number): Camera {
  const wide = Math.max(box.east - box.west, 4);
  const tall = Math.max(box.south - box.north, 4);
  const scale = Math.min((width - 2 * pad) / wide, (height - 2 * pad) / tall);
  return {
    x: (box.west + box.east) / 2,
    y: (box.north + box.south) / 2,
    scale: Math.max(LEAST_SCALE, Math.min(60, scale)),
  };
}

export function toScreen(camera: Camera, width: number, height: number, point: Point): Point {
  return { x: (point.x - camera.x) * camera.scale + width / 2, y: (point.y - camera.y) * camera.scale + height / 2 };
}

export function toWorld(camera: Camera, width: number, height: number, x: number, y: number): Point {
  return { x: (x - width / 2) / camera.scale + camera.x, y: (y - height / 2) / camera.scale + camera.y };
}

/** Zoom levels as other maps count them: 256 pixels a world at 0. */
export function zoomOf(scale: number): number {
  return Math.log2((scale * WORLD) / 256);
}

export function scaleOf(zoom: number): number {
  return Math.max(LEAST_SCALE, Math.min(MOST_SCALE, (256 * 2 ** zoom) / WORLD));
}
