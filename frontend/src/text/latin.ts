/** Russian and Ukrainian in Latin letters, letter by letter, as the server writes them (`packs/latin_names.py`). */

const COMMON: Record<string, string> = {
  а: "a", б: "b", в: "v", д: "d", ж: "zh", з: "z", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s",
  т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ь: "", ы: "y", э: "e", е: "e",
};
const RUSSIAN: Record<string, string> = { г: "g", и: "i", й: "y", ъ: "", ю: "yu", я: "ya", ё: "e", і: "i", ї: "i" };
const UKRAINIAN: Record<string, string> = { г: "h", ґ: "g", є: "ie", и: "y", і: "i", ї: "i", й: "i", ю: "iu", я: "ia" };

/** Return a text in Latin letters; what is not Cyrillic stays as it is. */
export function latin(text: string, lang: string): string {
  const own = lang === "uk" ? UKRAINIAN : RUSSIAN;
  let out = "";
  for (const letter of text) {
    const small = letter.toLowerCase();
    const found = COMMON[small] ?? own[small];
    if (found === undefined) out += letter;
    else out += small === letter ? found : found.charAt(0).toUpperCase() + found.slice(1);
  }
  return out;
}
