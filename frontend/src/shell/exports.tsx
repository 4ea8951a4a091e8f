/** The same address with other endings: what is downloaded are the rows on the screen. */

import { useSignal } from "@preact/signals";
import { Dialog } from "../parts/dialog";
import { lang, words } from "../i18n";
import { question, total } from "../state/data";
import { exportOpen } from "../state/keys";

const GROUPS: [keyof Pick<ReturnType<typeof labels>, "rows" | "shapes" | "reports" | "feeds">, [string, string][]][] = [
  ["rows", [["csv", "CSV"], ["geojson", "GeoJSON"], ["json", "JSON"], ["zip", "Data Package"]]],
  ["shapes", [["acled.csv", "ACLED"], ["ged.csv", "UCDP GED"], ["hxl.csv", "HXL"]]],
  ["reports", [["html", "HTML"], ["pdf", "PDF"], ["docx", "DOCX"], ["md", "Markdown"]]],
  ["feeds", [["atom", "Atom"], ["feed.json", "JSON Feed"]]],
];

/** What a browser shows by itself; the rest is saved under the name the server gives it. */
const SHOWN = ["html", "pdf", "md", "atom", "feed.json", "json"];
const CHARTS = ["nights", "timeline", "map"] as const;

function labels() {
  return words.value.exports;
}

export function exportAddress(suffix: string): string {
  return `/incidents.${suffix}${withLang(suffix === "json" && total.value > 1_000 ? "limit=5000" : "")}`;
}

function withLang(more: string): string {
  return `?${[question.value, more, `lang=${lang.value}`].filter(Boolean).join("&")}`;
}

export function ExportDialog() {
  const w = labels();
  const copied = useSignal(false);
  const close = (): void => {
    exportOpen.value = false;
    copied.value = false;
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href).catch(() => undefined);
    copied.value = true;
  };
  return (
    <Dialog label={w.these(total.value)} open={exportOpen.value} onClose={close}>
      <p class="soft">{w.note}</p>
      {GROUPS.map(([name, formats]) => (
        <section key={name} class="formats">
          <h3>{w[name]}</h3>
          <ul>
            {formats.map(([suffix, label]) => (
              <li key={suffix}>
                <a class="btn" href={exportAddress(suffix)} target={SHOWN.includes(suffix) ? "_blank" : undefined} rel="noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section class="formats">
        <h3>{w.charts}</h3>
        <ul>
          {CHARTS.map((name) => (
            <li key={name}>
              <a class="btn" href={`/charts/${name}.svg${withLang("")}`} target="_blank" rel="noopener">
                {w.chartNames[name]} SVG
              </a>
              <a class="btn" href={`/charts/${name}.png${withLang("")}`} target="_blank" rel="noopener" aria-label={`${w.chartNames[name]} PNG`}>
                PNG
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <button type="button" class="btn primary" onClick={() => void copy()}>
          {copied.value ? w.copied : w.copy}
        </button>
      </p>
    </Dialog>
  );
}
