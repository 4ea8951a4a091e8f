/** Words that change with a number: `#` stands for it. */

/** Return a picker for a language; forms in the order one, many (English) or one, few, many (Russian, Ukrainian). */
export function pluralOf(lang: string): (n: number, ...forms: string[]) => string {
  const rules = new Intl.PluralRules(lang);
  const digits = new Intl.NumberFormat(lang);
  return (n, ...forms) => {
    const rule = rules.select(n);
    const place = rule === "one" ? 0 : rule === "few" ? 1 : forms.length - 1;
    return (forms[place] ?? "").replace("#", digits.format(n));
  };
}
