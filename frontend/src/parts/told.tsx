import { lang } from "../i18n";

const CYRILLIC = /[\u0400-\u04ff]/;

/** A sentence of the server; one that an older ledger worded otherwise is English still, and says so to a screen reader. */
export function Told({ text }: { text: string }) {
  const isForeign = lang.value !== "en" && !CYRILLIC.test(text);
  return <span lang={isForeign ? "en" : undefined}>{text}</span>;
}
