/** An optional background of raster tiles from a server the user named; without it the map needs no network at all. */

import { type Camera, WORLD, zoomOf } from "./mercator";

const MOST_KEPT = 400;
const MOST_ZOOM = 18;

export class TileStore {
  private readonly kept = new Map<string, HTMLImageElement>();

  /** `template` is an address with {z}, {x} and {y}; `changed` is called when a tile has come. */
  constructor(
    private readonly template: string,
    private readonly changed: () => void,
  ) {}

  draw(ctx: CanvasRenderingContext2D, { width, height, camera }: { width: number; height: number; camera: Camera }): void {
    const zoom = Math.max(0, Math.min(MOST_ZOOM, Math.round(zoomOf(camera.scale))));
    const count = 2 ** zoom;
    const size = WORLD / count;
    const [left, top] = [camera.x - width / 2 / camera.scale, camera.y - height / 2 / camera.scale];
    const [right, bottom] = [left + width / camera.scale, top + height / camera.scale];
    for (let x = Math.floor(left / size); x <= right / size; x++) {
      for (let y = Math.max(0, Math.floor(top / size)); y <= Math.min(count - 1, bottom / size); y++) {
        const image = this.tile(zoom, ((x % count) + count) % count, y);
        if (!image.complete || !image.naturalWidth) continue;
        const [px, py] = [(x * size - left) * camera.scale, (y * size - top) * camera.scale];
        ctx.drawImage(image, px, py, size * camera.scale + 0.5, size * camera.scale + 0.5);
      }
    }
  }

  private tile(z: number, x: number, y: number): HTMLImageElement {
    const address = this.template.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
    const had = this.kept.get(address);
    if (had) return had;
    const image = new Image();
    image.onload = this.changed;
    image.referrerPolicy = "no-referrer";
    image.src = address;
    this.kept.set(address, image);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
    return image;
  }
}

/** Return the template the server allows (`skyledger serve --tiles`), or nothing. */
export function tileTemplate(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="skyledger-tiles"]')?.content ?? "";
}
