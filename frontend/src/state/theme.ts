/** Light, dark, or as the system has it: a habit of the reader, so it is kept here and not in the address. */

import { effect, signal } from "@preact/signals";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = "skyledger.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(system.matches);

export const theme = signal<Theme>(THEMES.find((t) => t === localStorage.getItem(KEPT)) ?? "auto");
/** Which set of colours is on the screen; canvases draw again when it changes. */
export const shade = signal<"light" | "dark">("light");

export function startTheme(): void {
  system.addEventListener("change", () => {
    systemDark.value = system.matches;
  });
  effect(() => {
    const dark = theme.value === "dark" || (theme.value === "auto" && systemDark.value);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    shade.value = dark ? "dark" : "light";
    localStorage.setItem(KEPT, theme.value);
  });
}

export function nextTheme(): void {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? "auto";
}
