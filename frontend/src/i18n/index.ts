/** The words of the page in the language of the address, else the one chosen before, else the browser's. */

import { computed, effect } from "@preact/signals";
import { view } from "../state/view";
import { LANGS, type Lang } from "../state/url";
import { dateFormat, numberFormat } from "../text/formats";
import { en, type Messages } from "./en";
import { ru } from "./ru";
import { uk } from "./uk";

const ALL: Record<Lang, Messages> = { en, ru, uk };
const KEPT = "skyledger.lang";

function preferred(): Lang {
  const kept = localStorage.getItem(KEPT);
  const wanted = [kept ?? "", ...navigator.languages].map((name) => name.slice(0, 2));
  return wanted.map((name) => LANGS.find((lang) => lang === name)).find((lang) => lang !== undefined) ?? "en";
}

export const lang = computed<Lang>(() => view.value.lang ?? preferred());
export const words = computed<Messages>(() => ALL[lang.value]);

effect(() => {
  document.documentElement.lang = lang.value;
  if (view.value.lang) localStorage.setItem(KEPT, view.value.lang);
});

/** Return a number as the language writes it. */
export function digits(n: number): string {
  return n < 10_000 ? String(n) : numberFormat(lang.value).format(n);
}

/** Return the date of a night: `11 Dec 2025`. */
export function dateWords(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.valueOf())) return day;
  const style: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return dateFormat(lang.value, style).format(date);
}

/** Return an instant in the reader's own zone: `11 Dec 2025, 07:30`. */
export function instantWords(moment: string | Date): string {
  const style: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };
  const date = new Date(moment);
  if (Number.isNaN(date.valueOf())) return String(moment);
  return dateFormat(lang.value, style).format(date);
}
