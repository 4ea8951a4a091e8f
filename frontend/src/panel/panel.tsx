/** One incident: what is found, who says so and who does not, from which first statements, in which words. */

import { useEffect, useRef } from "preact/hooks";
import { spoken } from "../api/client";
import type { Dossier } from "../api/dossier";
import { instantWords, lang, words } from "../i18n";
import { named } from "../i18n/names";
import { KindGlyph, Sign, StatusGlyph } from "../parts/glyphs";
import { Link } from "../parts/link";
import { Told } from "../parts/told";
import { back, source, step } from "../state/keys";
import { ordered, places } from "../state/order";
import { look, view } from "../state/view";
import { webAddress } from "../text/address";
import { leadFigure, figureWords } from "../text/figures";
import { windowWords } from "../text/times";
import { titleOf } from "../text/title";
import { Findings } from "./findings";
import { History } from "./history";
import { useAnswer } from "./load";
import { Origins } from "./origins";
import { Totals } from "./totals";

export function Panel({ id }: { id: string }) {
  const w = words.value;
  const loaded = useAnswer<Dossier>(`/incidents/${encodeURIComponent(id)}.json`, "dossier");
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = places.value.get(id);
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [id]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const texts = loaded.at === "ready" ? loaded.value.documents : [];
    const focused = texts.find((text) => text.id === look.value.focus);
    source.value = webAddress(focused?.url ?? "") || texts.map((text) => webAddress(text.url)).find(Boolean) || "";
    return () => (source.value = "");
  }, [loaded, look.value.focus]);
  return (
    <aside class="panel" ref={box} aria-label={w.panel.label}>
      <header class="panel-head">
        <button type="button" class="btn icon quiet" aria-label={w.panel.previous} title={`${w.panel.previous} (k)`} onClick={() => step(-1)}>
          <Sign name="left" />
        </button>
        <span class="soft small">{at === undefined ? "" : w.panel.position(at + 1, ordered.value.length)}</span>
        <button type="button" class="btn icon quiet" aria-label={w.panel.next} title={`${w.panel.next} (j)`} onClick={() => step(1)}>
          <Sign name="right" />
        </button>
        <span class="push" />
        <button
          type="button"
          class="btn quiet"
          aria-pressed={look.value.latin}
          title={w.panel.latinKey}
          onClick={() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "l" }))}
        >
          {look.value.latin ? w.panel.original : w.panel.latin}
        </button>
        <button type="button" class="btn icon quiet" aria-label={w.panel.close} title={`${w.panel.close} (Esc)`} onClick={back}>
          <Sign name="close" />
        </button>
      </header>
      <h2 class="hidden" tabIndex={-1} ref={heading}>
        {w.panel.label} {id}
      </h2>
      {loaded.at === "ready" ? <Body dossier={loaded.value} asked={id} /> : <Missing loaded={loaded} />}
    </aside>
  );
}

function Missing({ loaded }: { loaded: { at: "loading" } | { at: "problem"; status: number; text: string } | { at: "unreachable" } }) {
  const w = words.value;
  if (loaded.at === "loading") {
    return (
      <div class="state" role="status" aria-label={w.states.loading}>
        <div class="bone" />
        <div class="bone" />
        <div class="bone" />
      </div>
    );
  }
  const title =
    loaded.at === "unreachable" ? w.states.offlineTitle : loaded.status === 410 ? w.panel.withdrawn : loaded.status === 404 ? w.panel.unknown : w.states.errorTitle;
  return (
    <div class="state">
      <h3>{title}</h3>
      {loaded.at === "problem" && <p>{loaded.text}</p>}
    </div>
  );
}

function Body({ dossier, asked }: { dossier: Dossier; asked: string }) {
  const w = words.value;
  const row = named(dossier.incident);
  const lead = leadFigure(row);
  return (
    <div class="dossier">
      {row.id !== asked && <p class="notice">{w.panel.redirected(row.id)}</p>}
      <div class="top">
        <h3>
          <KindGlyph kind={row.kind} /> {titleOf(row, w)}
        </h3>
        {lead && <p class="lead">{figureWords(lead, w)}</p>}
      </div>
      <dl class="facts">
        <div>
          <dt>{w.panel.place}</dt>
          <dd>
            <Where row={row} />
          </dd>
        </div>
        <div>
          <dt>{w.panel.window}</dt>
          <dd>
            {row.window ? windowWords(row.window, lang.value) : w.list.noTime}
            {row.window && <span class="soft"> · {w.precisions[row.window.precision]}</span>}
          </dd>
        </div>
        <div>
          <dt>{w.panel.status}</dt>
          <dd>
            <span class={row.status === "disputed" || row.status === "retracted" ? "chip doubt" : "chip"}>
              <StatusGlyph status={row.status} /> {w.statuses[row.status]}
            </span>{" "}
            {[w.origins(row.origins), row.sides > 0 ? w.sides(row.sides) : "", w.texts(row.documents)].filter(Boolean).join(", ")}
            {!row.measured && ` · ${w.unmeasured}`}
            <br />
            <span class="soft small">
              <Told text={row.status_reason} />
            </span>
          </dd>
        </div>
      </dl>
      <Findings dossier={dossier} />
      <Totals checks={dossier.totals} dossier={dossier} />
      <Origins dossier={dossier} />
      <History steps={dossier.history} />
      <p class="links small">
        <Link to={{ page: { name: "night" }, filter: row.night ? { night_from: row.night, night_to: row.night } : { id: row.id }, sel: row.id }}>
          {w.panel.link}
        </Link>
        <a href={spoken(row.links.self)}>JSON</a>
        <a href={spoken(row.links.prov)}>PROV</a>
        <span class="soft">
          {row.id} · {w.panel.firstSeen} {instantWords(row.first_seen)}
        </span>
      </p>
    </div>
  );
}

function Where({ row }: { row: Dossier["incident"] }) {
  const w = words.value;
  const place = row.place;
  if (!place) return <>{w.list.noPlace}</>;
  const toRegion = place.region && /^(RU|UA)-/.test(place.region) ? { page: { name: "region" as const, id: place.region }, sel: "", look: { ...look.value, map: null } } : null;
  if (place.airport) {
    return <Link to={{ ...view.value, page: { name: "airport", id: place.airport }, sel: "" }}>{`${place.name} (${place.airport})`}</Link>;
  }
  return (
    <>
      {place.region !== place.id && place.name}
      {place.region !== place.id && place.region_name && ", "}
      {toRegion ? <Link to={toRegion}>{place.region_name ?? place.name}</Link> : place.region === place.id ? place.name : (place.region_name ?? "")}
    </>
  );
}
