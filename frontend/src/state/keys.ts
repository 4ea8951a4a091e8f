/** Keys of the whole page; none fires inside a field, and none needs Alt, Ctrl or Meta. */

import { signal } from "@preact/signals";
import { ordered, places } from "./order";
import { go, select, setLook, view } from "./view";

export const helpOpen = signal(false);
export const exportOpen = signal(false);
/** The address of the source that `o` opens; the panel keeps it up to date. */
export const source = signal("");

export function step(by: 1 | -1): void {
  const all = ordered.peek();
  if (!all.length) return;
  const at = places.peek().get(view.peek().sel);
  const next = at === undefined ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  const row = all[next];
  if (row) select(row.id);
}

/** Take back one thing: a dialog, the incident, the search text, then the filters but for the nights. */
export function back(): void {
  const now = view.peek();
  if (helpOpen.peek() || exportOpen.peek()) {
    helpOpen.value = false;
    exportOpen.value = false;
  } else if (now.sel) {
    const id = now.sel;
    select("");
    requestAnimationFrame(() => document.getElementById(`row-${id}`)?.focus());
  } else if (now.page.name !== "night") {
    go({ ...now, page: { name: "night" } });
  } else {
    const { night_from, night_to } = now.filter;
    const filter = { ...(night_from && { night_from }), ...(night_to && { night_to }) };
    if (Object.keys(filter).length !== Object.keys(now.filter).length) go({ ...now, filter });
  }
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

const ACTIONS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  "?": () => {
    helpOpen.value = !helpOpen.peek();
  },
  "/": () => document.getElementById("search")?.focus(),
  l: () => setLook({ latin: !view.peek().look.latin }),
  o: () => {
    if (source.peek()) window.open(source.peek(), "_blank", "noopener,noreferrer");
  },
  Escape: back,
};

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (isField(event.target)) {
      if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
      return;
    }
    const action = ACTIONS[event.key];
    const inDialog = helpOpen.peek() || exportOpen.peek();
    if (!action || (inDialog && event.key !== "Escape" && event.key !== "?")) return;
    event.preventDefault();
    action();
  });
}
