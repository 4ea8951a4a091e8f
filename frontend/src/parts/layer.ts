/** A drawing kept as a picture, so that what changes often can be drawn over it without drawing it all again. */

import { prepare } from "./palette";

export class Layer {
  private readonly canvas = document.createElement("canvas");
  private key: readonly unknown[] = [];
  private width = 0;
  private height = 0;

  /** Tell whether the picture is still what these things make. */
  isFresh(key: readonly unknown[]): boolean {
    return key.length === this.key.length && key.every((part, at) => part === this.key[at]);
  }

  /** Draw anew, unless it is what it was. */
  refresh(key: readonly unknown[], width: number, height: number, draw: (ctx: CanvasRenderingContext2D) => void): void {
    if (this.isFresh(key)) return;
    const ctx = prepare(this.canvas, width, height);
    if (!ctx) return;
    [this.key, this.width, this.height] = [key, width, height];
    ctx.clearRect(0, 0, width, height);
    draw(ctx);
  }

  /** Put the picture on a canvas, moved and scaled. */
  stamp(ctx: CanvasRenderingContext2D, x = 0, y = 0, scale = 1): void {
    if (this.width && this.height) ctx.drawImage(this.canvas, x, y, this.width * scale, this.height * scale);
  }
}
