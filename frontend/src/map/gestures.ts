/** Hands on the map: drag, wheel, pinch, double click, keys. A press that does not move is a click. */

import { type Camera, LEAST_SCALE, MOST_SCALE, toWorld, WORLD } from "./mercator";

export interface Hands {
  camera: () => Camera;
  size: () => { width: number; height: number };
  move: (camera: Camera) => void;
  click: (x: number, y: number) => void;
  hover: (x: number, y: number) => void;
  leave: () => void;
}

const SLACK_PX = 4;
const STEP_PX = 80;

export function clampCamera(camera: Camera): Camera {
  return {
    x: Math.max(0, Math.min(WORLD * 1.1, camera.x)),
    y: Math.max(0, Math.min(WORLD, camera.y)),
    scale: Math.max(LEAST_SCALE, Math.min(MOST_SCALE, camera.scale)),
  };
}

/** Return the camera after zooming by a factor about a point of the screen, which stays where it is. */
export function zoomAbout(camera: Camera, factor: number, x: number, y: number, width: number, height: number): Camera {
  const fixed = toWorld(camera, width, height, x, y);
  const scale = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, camera.scale * factor));
  return clampCamera({ x: fixed.x - (x - width / 2) / scale, y: fixed.y - (y - height / 2) / scale, scale });
}

/** Listen on an element; returns what ends it. */
export function listen(element: HTMLElement, hands: Hands): () => void {
  const down = new Map<number, { x: number; y: number }>();
  let moved = false;
  const place = (event: PointerEvent | WheelEvent | MouseEvent) => {
    const frame = element.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  const zoom = (factor: number, x: number, y: number): void => {
    const { width, height } = hands.size();
    hands.move(zoomAbout(hands.camera(), factor, x, y, width, height));
  };
  const pan = (dx: number, dy: number): void => {
    const camera = hands.camera();
    hands.move(clampCamera({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }));
  };

  const pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, place(event));
    if (down.size === 1) moved = false;
  };
  const dragged = (event: PointerEvent): void => {
    const now = place(event);
    const before = down.get(event.pointerId);
    if (!before) {
      hands.hover(now.x, now.y);
      return;
    }
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    if (!moved && Math.hypot(dx, dy) < SLACK_PX) return;
    moved = true;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [old, fresh] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)];
      if (old > 0) zoom(fresh / old, (now.x + other.x) / 2, (now.y + other.y) / 2);
      pan(dx / 2, dy / 2);
    } else pan(dx, dy);
    down.set(event.pointerId, now);
  };
  const released = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || moved || event.type === "pointercancel") return;
    const { x, y } = place(event);
    hands.click(x, y);
  };
  const wheeled = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = place(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    zoom(2 ** (-event.deltaY * lines * 0.002), x, y);
  };
  const doubled = (event: MouseEvent): void => {
    const { x, y } = place(event);
    zoom(2, x, y);
  };
  const typed = (event: KeyboardEvent): void => {
    const { width, height } = hands.size();
    const steps: Record<string, () => void> = {
      ArrowLeft: () => pan(STEP_PX, 0),
      ArrowRight: () => pan(-STEP_PX, 0),
      ArrowUp: () => pan(0, STEP_PX),
      ArrowDown: () => pan(0, -STEP_PX),
      "+": () => zoom(1.5, width / 2, height / 2),
      "=": () => zoom(1.5, width / 2, height / 2),
      "-": () => zoom(1 / 1.5, width / 2, height / 2),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  const ends: (() => void)[] = [];
  const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void): void => {
    element.addEventListener(name, act, { passive: false });
    ends.push(() => element.removeEventListener(name, act));
  };
  on("pointerdown", pressed);
  on("pointermove", dragged);
  on("pointerup", released);
  on("pointercancel", released);
  on("pointerleave", () => hands.leave());
  on("wheel", wheeled);
  on("dblclick", doubled);
  on("keydown", typed);
  return () => ends.forEach((end) => end());
}
