import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n";
import { nameOfId } from "../i18n/names";
import { Layer } from "../parts/layer";
import { useSize } from "../parts/measure";
import { Sign } from "../parts/glyphs";
import { prepare, readPalette } from "../parts/palette";
import { rows } from "../state/data";
import { shade } from "../state/theme";
import { type Filter, toggled, valuesOf, withValue } from "../state/url";
import { filter, mapLook, select, selected, setFilter, setLook, view } from "../state/view";
import { drawChosen, drawMap } from "./draw";
import { fitMarks } from "./fit";
import { clampCamera, listen, zoomAbout } from "./gestures";
import { type Hit, hitAt } from "./hit";
import { Legend } from "./legend";
import { groupMarks, type Mark } from "./marks";
import { type Camera, project, scaleOf, toScreen, toWorld, unproject, zoomOf } from "./mercator";
import { PlaceList } from "./places";
import { borders, bordersFailed, loadBorders } from "./shapes";
import { tileTemplate, TileStore } from "./tiles";

const SETTLE_MS = 110;

/** Return the filter a click on a place asks for. */
export function placeFilter(filter: Filter, mark: Mark): Filter {
  if (mark.style === "airport") return toggled(filter, "airport", mark.id);
  return mark.style === "region" ? toggled(filter, "region", mark.id) : toggled(filter, "place", mark.id);
}

export function choose(mark: Mark): void {
  const only = mark.rows.length === 1 ? mark.rows[0] : undefined;
  if (only) select(only.id);
  else setFilter(placeFilter(view.peek().filter, mark));
}

export function MapPane() {
  const w = words.value;
  const [box, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const camera = useSignal<Camera>(startCamera());
  const hovered = useSignal<{ hit: Hit; x: number; y: number } | null>(null);
  const tick = useSignal(0);
  const tiles = useRef<TileStore | null>(null);
  const marks = useComputed(() => groupMarks(rows.value, borders.value));
  const frame = useRef(0);
  const moving = useRef(false);

  useEffect(() => {
    void loadBorders();
    const template = tileTemplate();
    if (template) tiles.current = new TileStore(template, () => (tick.value += 1));
  }, []);

  // Follow the rows, unless the reader has moved the map.
  useSignalEffect(() => {
    const { width, height } = size.value;
    const said = mapLook.value;
    if (said) {
      const { x, y } = project(said[0], said[1]);
      camera.value = clampCamera({ x, y, scale: scaleOf(said[2]) });
    } else if (width > 0 && marks.value.all.length) camera.value = fitMarks(marks.value.all, width, height);
  });

  const layer = useRef<Layer | null>(null);
  const painted = useRef({ camera: camera.peek(), width: 0, height: 0 });
  const settle = useRef(0);
  useSignalEffect(() => {
    const scene = {
      width: size.value.width,
      height: size.value.height,
      camera: camera.value,
      borders: borders.value,
      marks: marks.value,
      tiles: tiles.current,
    };
    const chosen = {
      hovered: hovered.value?.hit.mark?.id ?? hovered.value?.hit.area?.id ?? "",
      selected: rows.value.find((row) => row.id === selected.value)?.place?.id ?? "",
      filtered: new Set([...valuesOf(filter.value, "region"), ...valuesOf(filter.value, "place"), ...valuesOf(filter.value, "airport")]),
    };
    const what = [scene.borders, scene.marks, shade.value, tick.value];
    const paint = (isMoving: boolean): void => {
      const ctx = canvas.current && prepare(canvas.current, scene.width, scene.height);
      if (!ctx || scene.width <= 0) return;
      layer.current ??= new Layer();
      const whole = { ...scene, palette: readPalette() };
      const { width, height, camera } = scene;
      const last = painted.current;
      if (isMoving && layer.current.isFresh([...what, last])) {
        // While hands move the map the last picture is moved along; it is drawn anew when they rest.
        const factor = camera.scale / last.camera.scale;
        const corner = toScreen(camera, width, height, toWorld(last.camera, last.width, last.height, 0, 0));
        ctx.fillStyle = whole.palette.water;
        ctx.fillRect(0, 0, width, height);
        layer.current.stamp(ctx, corner.x, corner.y, factor);
      } else {
        const isSame = last.camera === camera && last.width === width && last.height === height;
        const now = isSame ? last : { camera, width, height };
        layer.current.refresh([...what, now], width, height, (under) => drawMap(under, whole));
        painted.current = now;
        layer.current.stamp(ctx);
      }
      drawChosen(ctx, whole, chosen);
    };
    cancelAnimationFrame(frame.current);
    clearTimeout(settle.current);
    const isMoving = moving.current || (painted.current.width > 0 && painted.current.width !== scene.width);
    frame.current = requestAnimationFrame(() => paint(isMoving));
    if (isMoving) settle.current = window.setTimeout(() => paint(false), SETTLE_MS);
    moving.current = false;
  });

  const keep = useRef(0);
  const move = (next: Camera): void => {
    moving.current = true;
    camera.value = next;
    hovered.value = null;
    clearTimeout(keep.current);
    keep.current = window.setTimeout(() => {
      const [lon, lat] = unproject(next);
      setLook({ map: [lon, lat, zoomOf(next.scale)] });
    }, 250);
  };
  const find = (x: number, y: number): Hit | null =>
    hitAt(x, y, camera.peek(), size.peek().width, size.peek().height, marks.peek(), borders.peek());

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    return listen(element, {
      camera: () => camera.peek(),
      size: () => size.peek(),
      move,
      click: (x, y) => {
        const hit = find(x, y);
        if (hit?.mark) choose(hit.mark);
        else if (hit?.area) setFilter(toggled(view.peek().filter, "region", hit.area.id));
      },
      hover: (x, y) => {
        const hit = find(x, y);
        hovered.value = hit && { hit, x, y };
      },
      leave: () => (hovered.value = null),
    });
  }, []);

  const zoom = (factor: number): void => {
    const { width, height } = size.peek();
    move(zoomAbout(camera.peek(), factor, width / 2, height / 2, width, height));
  };
  const frameFilter = (): void => {
    const { width, height } = size.peek();
    const [west, north] = unproject(toWorld(camera.peek(), width, height, 0, 0));
    const [east, south] = unproject(toWorld(camera.peek(), width, height, width, height));
    const box = [Math.max(-180, west), south, Math.min(180, east), north].map((n) => n.toFixed(3)).join(",");
    setFilter(withValue(view.peek().filter, "bbox", box));
  };
  const tip = hovered.value;
  return (
    <section class="pane map-pane" aria-label={w.map.label}>
      <div class="map" ref={box}>
        <canvas ref={canvas} tabIndex={0} role="application" aria-label={`${w.map.label}. ${w.map.hint}`} class={tip ? "pointing" : ""} />
        <div class="map-tools">
          <button type="button" class="btn icon" aria-label={w.map.zoomIn} title={w.map.zoomIn} onClick={() => zoom(1.6)}>
            <Sign name="plus" />
          </button>
          <button type="button" class="btn icon" aria-label={w.map.zoomOut} title={w.map.zoomOut} onClick={() => zoom(1 / 1.6)}>
            <Sign name="minus" />
          </button>
          <button type="button" class="btn icon" aria-label={w.map.fit} title={w.map.fit} onClick={() => setLook({ map: null })}>
            <Sign name="fit" />
          </button>
          <button type="button" class="btn icon" aria-label={w.map.frame} title={w.map.frame} onClick={frameFilter}>
            <Sign name="frame" />
          </button>
        </div>
        {!borders.value && (
          <p class="map-note" role="status">
            {bordersFailed.value ? w.map.failed : w.map.loading}
          </p>
        )}
        {borders.value && rows.value.length > 0 && !marks.value.all.length && !marks.value.listed.size && <p class="map-note">{w.map.nowhere}</p>}
        {tip && <Tip {...tip} width={size.value.width} />}
        <Legend marks={marks.value} />
      </div>
      <PlaceList marks={marks.value} />
    </section>
  );
}

function Tip({ hit, x, y, width }: { hit: Hit; x: number; y: number; width: number }) {
  const w = words.value;
  const { mark, area } = hit;
  return (
    <p class="tip" style={{ left: `${Math.min(x + 14, Math.max(0, width - 230))}px`, top: `${y + 14}px` }}>
      <strong>{mark?.name ?? (area && nameOfId(area.id, area.name))}</strong>
      <span>{w.headline.incidents(mark?.rows.length ?? 0)}</span>
      {mark?.conflict && <span class="chip doubt">≠ {w.map.conflict}</span>}
    </p>
  );
}

function startCamera(): Camera {
  return { ...project(36, 51), scale: scaleOf(4.4) };
}
