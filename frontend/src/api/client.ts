/** Questions to the server: one at a time per purpose, with errors as what they are. */

import { signal } from "@preact/signals";
import { lang } from "../i18n";

/** What went wrong, in the server's words where it has any (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly parameter: string = "",
  ) {
    super(detail || title);
  }
}

/** No answer at all: the server is gone, or the network is. */
export class Unreachable extends Error {}

/** Whether the last question got no answer; with when the last answer came. */
export const offline = signal(false);
export const answeredAt = signal<Date | null>(null);

const last = new Map<string, AbortController>();

/** Return an address that asks for words in the language of the page; English is what the server says unasked. */
export function spoken(address: string): string {
  if (lang.value === "en" || address.startsWith("/geo/") || /[?&]lang=/.test(address)) return address;
  return `${address}${address.includes("?") ? "&" : "?"}lang=${lang.value}`;
}

/** Ask for JSON. A newer question with the same `purpose` ends the older one, whose promise then never settles. */
export async function ask<T>(address: string, purpose?: string): Promise<T> {
  const control = new AbortController();
  if (purpose) {
    last.get(purpose)?.abort();
    last.set(purpose, control);
  }
  let answer: Response;
  try {
    answer = await fetch(spoken(address), { signal: control.signal, headers: { Accept: "application/json" } });
    const body: unknown = await answer.json().catch(() => null);
    offline.value = false;
    answeredAt.value = new Date();
    if (!answer.ok) throw problemOf(answer.status, body);
    return body as T;
  } catch (error) {
    if (control.signal.aborted) return new Promise<T>(() => {});
    if (error instanceof Problem) throw error;
    offline.value = true;
    throw new Unreachable();
  }
}

function problemOf(status: number, body: unknown): Problem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof said[name] === "string" ? (said[name] as string) : "");
  return new Problem(status, text("title"), text("detail"), text("parameter"));
}
