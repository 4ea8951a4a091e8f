/** Russian and Ukrainian in Latin letters, letter by letter, so that every span stays where it is told to be. */

const COMMON: Record<string, string> = {
  а: "a", б: "b", в: "v", д: "d", ж: "zh", з: "z", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r",
  с: "s", т: "t", у: "u", ф: "f", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ь: "", ъ: "",
  ю: "iu", я: "ia", і: "i", ї: "i", є: "ie", ґ: "g", ё: "e", э: "e", ы: "y",
};
// BGN/PCGN and the Ukrainian passport rule differ in these.
const RUSSIAN: Record<string, string> = { г: "g", е: "e", и: "i", й: "i", х: "kh" };
const UKRAINIAN: Record<string, string> = { г: "h", е: "e", и: "y", й: "i", х: "kh" };

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
