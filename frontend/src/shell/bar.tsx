import { lang, words } from "../i18n";
import { Sign, type SignName } from "../parts/glyphs";
import { Link } from "../parts/link";
import { exportOpen, helpOpen } from "../state/keys";
import { nextTheme, type Theme, theme } from "../state/theme";
import { LANGS, type Lang } from "../state/url";
import { setLang, view } from "../state/view";
import { AsOf } from "./as_of";
import { NightPicker } from "./nights";
import { Search } from "./search";

const THEME_SIGN: Record<Theme, SignName> = { auto: "auto", light: "sun", dark: "moon" };
const LANG_NAMES: Record<Lang, string> = { en: "English", ru: "Русский", uk: "Українська" };

export function Bar() {
  const w = words.value;
  return (
    <header class="bar">
      <h1 class="brand">
        <Link to={{ page: { name: "night" }, filter: {}, sel: "", asOf: "" }}>{w.brand}</Link>
      </h1>
      {view.value.page.name === "night" && <NightPicker />}
      <Search />
      <div class="tools">
        <AsOf />
        <label class="lang">
          <span class="hidden">{w.language}</span>
          <select class="field" value={lang.value} onChange={(event) => setLang(event.currentTarget.value as Lang)}>
            {LANGS.map((name) => (
              <option key={name} value={name} lang={name}>
                {LANG_NAMES[name]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="btn icon" title={w.theme[theme.value]} aria-label={w.theme[theme.value]} onClick={nextTheme}>
          <Sign name={THEME_SIGN[theme.value]} />
        </button>
        <button type="button" class="btn icon wide" title={`${w.keys.label} (?)`} aria-label={w.keys.label} onClick={() => (helpOpen.value = true)}>
          <Sign name="help" />
        </button>
        {view.value.page.name === "night" && (
          <button type="button" class="btn primary export" aria-label={w.exports.label} onClick={() => (exportOpen.value = true)}>
          <Sign name="down" />
          <span>{w.exports.label}</span>
          </button>
        )}
      </div>
    </header>
  );
}
