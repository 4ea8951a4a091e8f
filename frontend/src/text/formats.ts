/** The browser's writers of dates and numbers. Making one costs as much as writing a thousand dates, so each is made once. */

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** Return the writer of dates of a language in a style; English is that of Britain, day before month. */
export function dateFormat(lang: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = lang === "en" ? "en-GB" : lang;
  return kept(dates, `${locale} ${JSON.stringify(style)}`, () => new Intl.DateTimeFormat(locale, style));
}

export function numberFormat(lang: string): Intl.NumberFormat {
  return kept(numbers, lang, () => new Intl.NumberFormat(lang));
}

function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}
