/** The one view of the page, as a signal that follows the address and is changed only through it. */

import { computed, signal } from "@preact/signals";
import { type Filter, type Lang, type Look, PLAIN_LOOK, type Page, readView, type View, writeView } from "./url";

export const view = signal<View>(read());
export const filter = computed(() => view.value.filter);
export const look = computed(() => view.value.look);
/** Parts of the look on their own: what hangs on one does not stir when another changes. */
export const sort = computed(() => look.value.sort);
export const mapLook = computed(() => look.value.map);
export const selected = computed(() => view.value.sel);

function read(): View {
  return readView(location.pathname, location.search, location.hash);
}

window.addEventListener("popstate", () => {
  view.value = read();
});

/** Go to a view: `push` makes a step for the back button, `replace` does not. */
export function go(next: View, how: "push" | "replace" = "push"): void {
  const address = writeView(next);
  if (address === location.pathname + location.search + location.hash) {
    view.value = next;
    return;
  }
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  view.value = next;
}

export function setFilter(next: Filter): void {
  go({ ...view.peek(), page: { name: "night" }, filter: next });
}

export function select(id: string, focus = ""): void {
  const now = view.peek();
  go({ ...now, sel: id, look: { ...now.look, focus } }, now.sel && id ? "replace" : "push");
}

export function setLook(change: Partial<Look>): void {
  const now = view.peek();
  go({ ...now, look: { ...now.look, ...change } }, "replace");
}

export function setAsOf(asOf: string): void {
  go({ ...view.peek(), asOf });
}

export function setLang(lang: Lang): void {
  go({ ...view.peek(), lang }, "replace");
}

export function openPage(page: Page): void {
  const now = view.peek();
  go({ ...now, page, sel: "", look: PLAIN_LOOK });
}

/** Return the address of a change to the view, for a link that can be copied or opened in a new tab. */
export function addressOf(change: Partial<View>): string {
  return writeView({ ...view.value, ...change });
}
