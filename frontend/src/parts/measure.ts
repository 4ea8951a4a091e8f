import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Size {
  width: number;
  height: number;
}

/** Return a reference to put on an element, and its size, which follows it. */
export function useSize<T extends HTMLElement>(): [RefObject<T | null>, Signal<Size>] {
  const element = useRef<T>(null);
  const size = useSignal<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const watch = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = watched;
      if (width !== size.peek().width || height !== size.peek().height) size.value = { width, height };
    });
    watch.observe(watched);
    return () => watch.disconnect();
  }, []);
  return [element, size];
}
