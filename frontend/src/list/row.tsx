import type { Row } from "../api/rows";
import { lang, words } from "../i18n";
import { KindGlyph, StatusGlyph } from "../parts/glyphs";
import { Link } from "../parts/link";
import { figureWords, leadFigure } from "../text/figures";
import { shortDay, shortWindow } from "../text/times";
import { titleOf } from "../text/title";
import { nightsShown } from "../state/data";
import { look } from "../state/view";
import { ROW_PX } from "./pane";

/** One incident in three lines: what and how many; where and when; how well it is known. */
export function ListRow({ row, at, of, selected }: { row: Row; at: number; of: number; selected: boolean }) {
  const w = words.value;
  const lead = leadFigure(row);
  const where = row.place ? placeWords(row) : w.list.noPlace;
  const [from, to] = nightsShown.value;
  const night = row.night && from !== to ? shortDay(Date.parse(row.night), 0, lang.value) : "";
  const when = [night, row.window ? shortWindow(row.window, row.night, lang.value) : w.list.noTime].filter(Boolean).join(", ");
  return (
    <li class="row" style={{ top: `${at * ROW_PX}px` }} aria-setsize={of} aria-posinset={at + 1}>
      <Link id={`row-${row.id}`} to={{ sel: row.id, look: { ...look.value, focus: "" } }} current={selected} class="row-link">
        <span class="what">
          <KindGlyph kind={row.kind} />
          <strong>{titleOf(row, w)}</strong>
          {lead && <b class="lead">{figureWords(lead, w)}</b>}
        </span>
        <span class="spot">
          <span class="where">{where}</span>
          <span class="when">{when}</span>
        </span>
        <span class="how">
          <span class={row.status === "disputed" || row.status === "retracted" ? "chip doubt" : "chip"}>
            <StatusGlyph status={row.status} />
            {row.origins > 1 || row.status !== "single" ? w.statuses[row.status] : w.origins(row.origins)}
          </span>
          {row.origins > 1 && <span>{w.origins(row.origins)}</span>}
          {row.sides > 1 && <span>{w.sides(row.sides)}</span>}
          <span>{w.texts(row.documents)}</span>
          {row.modality !== "asserted" && <span class="hedge">{w.modalities[row.modality]}</span>}
          {row.conflict && row.status !== "disputed" && <span class="chip doubt">{w.conflict}</span>}
        </span>
      </Link>
    </li>
  );
}

function placeWords(row: Row): string {
  const place = row.place;
  if (!place) return "";
  const region = place.region_name;
  return region && region !== place.name && place.kind !== "list" ? `${place.name}, ${region}` : place.name;
}
