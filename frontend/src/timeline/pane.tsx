import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { lang, words } from "../i18n";
import { nameOfId } from "../i18n/names";
import type { Family } from "../parts/families";
import { Layer } from "../parts/layer";
import { useSize } from "../parts/measure";
import { prepare, readPalette } from "../parts/palette";
import { aroundTime, closures, nightsShown, rows, zone } from "../state/data";
import { shade } from "../state/theme";
import { withValue } from "../state/url";
import { filter, select, selected, setFilter, view } from "../state/view";
import { clock, shortDay, zoneWords } from "../text/times";
import { type Bar, fitAxis, layLanes } from "./bars";
import { Handles, readBrush, writeBrush } from "./brush";
import { AXIS_PX, barAt, drawPointed, drawTimes } from "./draw";

const SLACK_PX = 4;

export function familyTitles(): Record<Family, string> {
  const w = words.value;
  return {
    intercept: w.kinds.interception,
    attack: w.kinds.attack,
    effect: w.families.effect,
    people: w.families.people,
    airspace: w.families.airspace,
    alert: w.time.alerts,
  };
}

export function TimePane() {
  const w = words.value;
  const [box, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hovered = useSignal<{ bar: Bar; x: number; y: number } | null>(null);
  const drag = useSignal<[number, number] | null>(null);
  // What the brush leaves out stays in sight, paler, so that the brush can be moved on to it.
  const drawn = useComputed(() => aroundTime.value ?? rows.value);
  const axis = useComputed(() => fitAxis(drawn.value, ...nightsShown.value));
  const namedClosures = useComputed(() => closures.value.map((closure) => ({ ...closure, name: nameOfId(closure.airport, closure.name) })));
  const lanes = useComputed(() => layLanes(drawn.value, namedClosures.value, axis.value, Math.max(size.value.width, 50)));
  const offset = zone;
  const height = useComputed(() => AXIS_PX + lanes.value.reduce((sum, lane) => sum + lane.height, 0) + 2);
  const untimed = useComputed(() => rows.value.reduce((sum, row) => sum + (row.window ? 0 : 1), 0));
  const frame = useRef(0);
  const layer = useRef<Layer | null>(null);

  useSignalEffect(() => {
    const scene = {
      width: size.value.width,
      height: Math.max(height.value, size.value.height),
      axis: axis.value,
      offset: offset.value,
      lang: lang.value,
      lanes: lanes.value,
      titles: familyTitles(),
    };
    const pointed = {
      hovered: hovered.value?.bar ?? null,
      selected: selected.value,
      brush: drag.value ?? readBrush(filter.value.datetime, axis.value),
    };
    const what = [scene.width, scene.height, scene.axis, scene.offset, scene.lang, scene.lanes, shade.value];
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const ctx = canvas.current && prepare(canvas.current, scene.width, scene.height);
      if (!ctx || scene.width <= 0) return;
      layer.current ??= new Layer();
      const whole = { ...scene, palette: readPalette() };
      layer.current.refresh(what, scene.width, scene.height, (under) => drawTimes(under, whole));
      ctx.clearRect(0, 0, scene.width, scene.height);
      layer.current.stamp(ctx);
      drawPointed(ctx, whole, pointed);
    });
  });

  const instantAt = (x: number): number => axis.value.from + (x / size.value.width) * (axis.value.to - axis.value.from);
  const place = (event: PointerEvent): { x: number; y: number } => {
    const bounds = canvas.current?.getBoundingClientRect();
    return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) };
  };
  const began = useRef<number | null>(null);
  const released = (event: PointerEvent): void => {
    const { x, y } = place(event);
    const from = began.current;
    began.current = null;
    if (from === null) return;
    if (drag.value) {
      const [a, b] = drag.value;
      drag.value = null;
      writeBrush(a, b, axis.value);
      return;
    }
    const bar = barAt(x, y, lanes.value, axis.value, size.value.width);
    const [only] = bar?.ids ?? [];
    if (bar && bar.ids.length === 1 && only) select(only);
    else if (bar) setFilter(withValue(view.peek().filter, "id", [...bar.ids].sort().slice(0, 200).join(",")));
  };
  const tip = hovered.value;
  return (
    <section class="pane time-pane" aria-label={w.time.label}>
      <header class="pane-head">
        <h2>{w.time.label}</h2>
        <span class="soft small">
          {w.time.zone(zoneWords(offset.value))}
          {untimed.value > 0 && ` · ${w.time.untimed(untimed.value)}`}
        </span>
        {filter.value.datetime && (
          <button type="button" class="btn quiet small" onClick={() => setFilter(withValue(view.peek().filter, "datetime", ""))}>
            {w.time.clear}
          </button>
        )}
      </header>
      <div class="scroll">
        <div class="times" ref={box} style={{ minHeight: `${height.value}px` }}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={summary(lanes.value.map((lane) => `${familyTitles()[lane.family]}: ${lane.count}`), w.time.hint)}
            style={{ height: `${Math.max(height.value, size.value.height)}px` }}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              began.current = place(event).x;
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => {
              const { x, y } = place(event);
              if (began.current !== null) {
                if (drag.value || Math.abs(x - began.current) > SLACK_PX) {
                  const ends = [instantAt(began.current), instantAt(Math.max(0, Math.min(size.value.width, x)))].sort((a, b) => a - b);
                  drag.value = [ends[0] ?? 0, ends[1] ?? 0];
                }
                return;
              }
              const bar = barAt(x, y, lanes.value, axis.value, size.value.width);
              if (bar !== hovered.value?.bar) hovered.value = bar && { bar, x, y };
            }}
            onPointerUp={released}
            onPointerCancel={() => {
              began.current = null;
              drag.value = null;
            }}
            onPointerLeave={() => (hovered.value = null)}
          />
          {size.value.width > 0 && rows.value.length > 0 && (
            <Handles axis={axis.value} width={size.value.width} offset={offset.value} lang={lang.value} brush={readBrush(filter.value.datetime, axis.value)} />
          )}
          {rows.value.length > 0 && !lanes.value.length && <p class="map-note">{w.time.nothing}</p>}
          {tip && <Tip bar={tip.bar} x={Math.min(tip.x + 12, size.value.width - 240)} y={tip.y + 14} offset={offset.value} />}
        </div>
      </div>
    </section>
  );
}

function Tip({ bar, x, y, offset }: { bar: Bar; x: number; y: number; offset: number }) {
  const w = words.value;
  const say = (at: number | null, missing: string): string => (at === null ? missing : `${shortDay(at, offset, lang.value)} ${clock(at, offset)}`);
  return (
    <p class="tip" style={{ left: `${Math.max(0, x)}px`, top: `${y}px` }}>
      <strong>{bar.closed ? w.time.closed(bar.closed) : w.time.same(bar.ids.length)}</strong>
      <span>
        {say(bar.start, w.time.openStart)} – {say(bar.end, bar.closed ? w.time.openEnd : "…")}
      </span>
      <span class="soft">{w.precisions[bar.precision]}</span>
    </p>
  );
}

function summary(lanes: string[], hint: string): string {
  return `${lanes.join(", ")}. ${hint}`;
}

