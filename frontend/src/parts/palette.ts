/** The colours of the style sheet, for canvases. */

const NAMES = [
  "card",
  "ink",
  "soft",
  "line",
  "edge",
  "accent",
  "accent-wash",
  "water",
  "land",
  "land-line",
  "border",
  "stated",
  "listed",
  "hatch",
  "halo",
  "doubt",
  "k-intercept",
  "k-attack",
  "k-effect",
  "k-people",
  "k-airspace",
  "k-alert",
] as const;

export type ColourName = (typeof NAMES)[number];
export type Palette = Record<ColourName, string>;

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Palette;
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** Make a canvas as sharp as the screen and return its context, in units of CSS pixels. */
export function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  const [wide, tall] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== tall) {
    canvas.width = wide;
    canvas.height = tall;
  }
  const ctx = canvas.getContext("2d");
  ctx?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}
