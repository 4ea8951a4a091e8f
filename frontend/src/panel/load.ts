import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask, Problem, spoken } from "../api/client";
import { view } from "../state/view";

export type Loaded<T> = { at: "loading" } | { at: "ready"; value: T } | { at: "problem"; status: number; text: string } | { at: "unreachable" };

const kept = new Map<string, unknown>();
const MOST_KEPT = 60;

/** Ask for something that belongs to one address; what was answered before is shown at once and asked again. */
export function useAnswer<T>(path: string, purpose: string): Loaded<T> {
  const asOf = view.value.asOf;
  const address = spoken(path + (asOf && `${path.includes("?") ? "&" : "?"}as_of=${encodeURIComponent(asOf)}`));
  const state = useSignal<{ address: string; loaded: Loaded<T> }>({ address, loaded: first<T>(address) });
  useEffect(() => {
    state.value = { address, loaded: first<T>(address) };
    ask<T>(address, purpose).then(
      (value) => {
        keep(address, value);
        state.value = { address, loaded: { at: "ready", value } };
      },
      (error: unknown) => {
        if (state.peek().loaded.at === "ready") return;
        const loaded: Loaded<T> =
          error instanceof Problem ? { at: "problem", status: error.status, text: error.message } : { at: "unreachable" };
        state.value = { address, loaded };
      },
    );
  }, [address]);
  return state.value.address === address ? state.value.loaded : first<T>(address);
}

function first<T>(address: string): Loaded<T> {
  const had = kept.get(address);
  return had === undefined ? { at: "loading" } : { at: "ready", value: had as T };
}

function keep(address: string, value: unknown): void {
  kept.delete(address);
  kept.set(address, value);
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
}
