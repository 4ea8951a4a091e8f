import type { Dossier, Origin, Source } from "../api/dossier";
import { instantWords, words } from "../i18n";
import { Told } from "../parts/told";
import { look, setLook } from "../state/view";
import { webAddress } from "../text/address";
import { WholeText } from "./text";

/** First statements, each with the texts that repeat it and the reason why they are taken to. */
export function Origins({ dossier }: { dossier: Dossier }) {
  const w = words.value;
  return (
    <section>
      <h3>
        {w.panel.origins} <span class="soft">{dossier.origins.length}</span>
      </h3>
      <p class="small soft">{w.panel.originsNote}</p>
      <ol class="origins">
        {dossier.origins.map((origin) => (
          <OriginShown key={origin.id} origin={origin} dossier={dossier} />
        ))}
      </ol>
    </section>
  );
}

function OriginShown({ origin, dossier }: { origin: Origin; dossier: Dossier }) {
  const w = words.value;
  const side = origin.speaker?.side;
  const texts = origin.documents.map((id) => dossier.documents.find((d) => d.id === id)).filter((d): d is Source => d !== undefined);
  return (
    <li class="origin" id={origin.id}>
      <h4>
        {origin.speaker?.name ?? w.panel.unattributed}
        {side && <span class="chip">{w.sideNames[side]}</span>}
        {!origin.measured && <span class="chip doubt">{w.unmeasured}</span>}
      </h4>
      <p class="small">
        <Told text={origin.reason} />
      </p>
      {!origin.measured && <p class="small">{w.panel.unmeasured}</p>}
      <ul class="texts">
        {texts.map((text) => (
          <TextLine key={text.id} text={text} isFirst={text.id === origin.first_document} dossier={dossier} />
        ))}
      </ul>
    </li>
  );
}

function TextLine({ text, isFirst, dossier }: { text: Source; isFirst: boolean; dossier: Dossier }) {
  const w = words.value;
  const open = look.value.focus === text.id;
  return (
    <li id={`text-${text.id}`} tabIndex={-1}>
      <p class="small">
        <strong>{text.outlet || text.handle}</strong>
        {isFirst && <span class="chip">{w.panel.first}</span>}
        <span class="soft"> {text.published && instantWords(text.published)}</span>
      </p>
      <p class="small">
        <button type="button" class="textlink" aria-expanded={open} onClick={() => setLook({ focus: open ? "" : text.id })}>
          {open ? w.panel.closeText : w.panel.openText}
        </button>
        {webAddress(text.url) && (
          <a href={webAddress(text.url)} target="_blank" rel="noopener noreferrer">
            {w.panel.source}
          </a>
        )}
      </p>
      {open && <WholeText id={text.id} dossier={dossier} />}
    </li>
  );
}
