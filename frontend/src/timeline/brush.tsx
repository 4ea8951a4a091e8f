import { words } from "../i18n";
import { setFilter, view } from "../state/view";
import { withValue } from "../state/url";
import { clock, DAY, HOUR, instant, MINUTE, shortDay } from "../text/times";
import type { Axis } from "./bars";

const SHORT = 15 * MINUTE;

/** Return what the address says of time, within the axis, or nothing. */
export function readBrush(datetime: string | undefined, axis: Axis): [number, number] | null {
  if (!datetime) return null;
  const [a = "", b = ""] = datetime.split("/");
  return [instant(a) ?? axis.from, instant(b) ?? axis.to];
}

/** Put a stretch of time into the address; the whole axis is no filter. */
export function writeBrush(from: number, to: number, axis: Axis): void {
  const step = axis.to - axis.from > 3 * DAY ? HOUR : 5 * MINUTE;
  const [a, b] = [Math.round(from / step) * step, Math.round(to / step) * step];
  const whole = a <= axis.from && b >= axis.to;
  const iso = (at: number): string => new Date(at).toISOString().replace(".000", "");
  setFilter(withValue(view.peek().filter, "datetime", whole || a >= b ? "" : `${iso(a)}/${iso(b)}`));
}

/** Two handles for hands and keys; the canvas between them can be dragged across. */
export function Handles(props: { axis: Axis; width: number; offset: number; lang: string; brush: [number, number] | null }) {
  const { axis, width, offset, lang } = props;
  const w = words.value.time;
  const [from, to] = props.brush ?? [axis.from, axis.to];
  const step = axis.to - axis.from > 3 * DAY ? HOUR : SHORT;
  const say = (at: number): string => `${shortDay(at, offset, lang)} ${clock(at, offset)}`;
  const handle = (which: "from" | "to") => {
    const at = which === "from" ? from : to;
    const move = (next: number): void => {
      const kept = Math.max(axis.from, Math.min(axis.to, next));
      if (which === "from") writeBrush(Math.min(kept, to - step), to, axis);
      else writeBrush(from, Math.max(kept, from + step), axis);
    };
    return (
      <div
        class="handle"
        role="slider"
        tabIndex={0}
        aria-label={`${w.brush}: ${w[which]}`}
        aria-valuemin={axis.from}
        aria-valuemax={axis.to}
        aria-valuenow={at}
        aria-valuetext={say(at)}
        style={{ left: `${((Math.max(axis.from, Math.min(axis.to, at)) - axis.from) / (axis.to - axis.from)) * width}px` }}
        onKeyDown={(event) => {
          const by = event.key === "ArrowLeft" || event.key === "ArrowDown" ? -1 : event.key === "ArrowRight" || event.key === "ArrowUp" ? 1 : 0;
          if (!by && event.key !== "Home" && event.key !== "End") return;
          event.preventDefault();
          if (by) move(at + by * step * (event.shiftKey ? 4 : 1));
          else move(event.key === "Home" ? axis.from : axis.to);
        }}
        onPointerDown={(event) => {
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={(event) => {
          const frame = event.currentTarget.parentElement?.getBoundingClientRect();
          if (frame) move(axis.from + ((event.clientX - frame.left) / width) * (axis.to - axis.from));
        }}
      />
    );
  };
  return (
    <>
      {handle("from")}
      {handle("to")}
    </>
  );
}
