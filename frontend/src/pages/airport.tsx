import { useEffect } from "preact/hooks";
import type { AirportAnswer } from "../api/places";
import { words } from "../i18n";
import { nameOfId } from "../i18n/names";
import { borders, loadBorders } from "../map/shapes";
import { Link } from "../parts/link";
import { useAnswer } from "../panel/load";
import { Calendar } from "./calendar";
import { Closures, durationWords, Moment } from "./closures";
import { PageState } from "./state";

/** An airport: when it was said to be closed and for how long; silence is not "open". */
export function AirportPage({ id }: { id: string }) {
  const w = words.value;
  useEffect(() => void loadBorders(), []); // they know what regions are called
  const loaded = useAnswer<AirportAnswer>(`/airports/${encodeURIComponent(id)}.json`, "place");
  if (loaded.at !== "ready") return <PageState loaded={loaded} />;
  const { airport, closures, calendar, incidents } = loaded.value;
  const state = airport.state === "reopened" ? w.airport.open : airport.state.startsWith("closed") ? `${w.airport.closed}, ${w.airport.openEnded}` : w.airport.unknown;
  return (
    <main class="page">
      <p class="small">
        <Link to={{ page: { name: "night" }, sel: "" }}>← {w.region.back}</Link>
      </p>
      <h2>{nameOfId(id, airport.name)}</h2>
      <p class="soft">
        {w.airport.label} {id}
        {airport.region && (
          <>
            {" · "}
            <Link to={{ page: { name: "region", id: airport.region }, sel: "" }}>
              {nameOfId(airport.region, borders.value?.regions.get(airport.region)?.name ?? airport.region)}
            </Link>
          </>
        )}
        {" · "}
        <Link to={{ page: { name: "night" }, filter: { airport: id, id: incidents.slice(0, 200).join(",") }, sel: "" }}>
          {w.headline.incidents(incidents.length)}
        </Link>
      </p>
      <dl class="facts wide">
        <div>
          <dt>{w.airport.state}</dt>
          <dd>
            <strong>{state}</strong>
            {airport.since && (
              <span class="soft">
                {" · "}
                <Moment at={airport.since} announced={airport.since_announced} />
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{w.airport.total}</dt>
          <dd>
            <strong>{airport.minutes_closed ? durationWords(airport.minutes_closed) : w.airport.unknown}</strong>
          </dd>
        </div>
      </dl>
      <section>
        <h3>{w.region.closures}</h3>
        <Closures closures={closures} named={false} />
      </section>
      {calendar.length > 0 && (
        <section>
          <h3>{w.region.calendar}</h3>
          <p class="small soft">{w.region.calendarNote}</p>
          <Calendar days={calendar} filter={{ airport: id }} />
        </section>
      )}
      <p class="small links">
        <a href={`/airports/${encodeURIComponent(id)}.json`}>JSON</a>
      </p>
    </main>
  );
}
