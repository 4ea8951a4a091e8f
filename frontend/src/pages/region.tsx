import type { RegionAnswer } from "../api/places";
import { dateWords, words } from "../i18n";
import { nameOfId } from "../i18n/names";
import { Link } from "../parts/link";
import { useAnswer } from "../panel/load";
import { Figures } from "../shell/headline";
import { Calendar } from "./calendar";
import { Closures } from "./closures";
import { PageState } from "./state";
import { Series } from "./series";
import { Verdict } from "./verdict";

/** A region: its nights, its numbers, its airports' closed times. */
export function RegionPage({ id }: { id: string }) {
  const w = words.value;
  const loaded = useAnswer<RegionAnswer>(`/regions/${encodeURIComponent(id)}.json`, "place");
  if (loaded.at !== "ready") return <PageState loaded={loaded} />;
  const region = loaded.value;
  const first = region.calendar.at(-1)?.night ?? "";
  const last = region.calendar[0]?.night ?? "";
  const filter = { region: id, ...(first && { night_from: first }), ...(last && { night_to: last }) };
  return (
    <main class="page">
      <p class="small">
        <Link to={{ page: { name: "night" }, sel: "" }}>← {w.region.back}</Link>
      </p>
      <h2>{nameOfId(id, region.name)}</h2>
      <p class="soft">
        {w.region.label} {id} · {w.headline.incidents(region.incidents)} · {w.region.nightsWith(region.calendar.length)} ·{" "}
        <Link to={{ page: { name: "night" }, filter, sel: "" }}>{w.region.show}</Link>
      </p>
      {region.last && (
        <section>
          <h3>
            {w.region.last} <span class="soft">{w.night.of(dateWords(region.last.night))}</span>
          </h3>
          <Figures figures={region.last.figures} />
        </section>
      )}
      <section>
        <h3>{w.region.calendar}</h3>
        <p class="small soft">{w.region.calendarNote}</p>
        <Calendar days={region.calendar} filter={{ region: id }} />
      </section>
      <Verdict id={id} />
      <Series days={region.calendar} />
      {region.closures.length > 0 && (
        <section>
          <h3>{w.region.closures}</h3>
          <Closures closures={region.closures} named />
        </section>
      )}
      <p class="small links">
        <a href={`/regions/${encodeURIComponent(id)}.json`}>JSON</a>
      </p>
    </main>
  );
}
