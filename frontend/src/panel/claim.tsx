import type { Claim, Dossier } from "../api/dossier";
import { instantWords, words } from "../i18n";
import { look, setLook } from "../state/view";
import { webAddress } from "../text/address";
import { latin } from "../text/latin";

/** A claim as its words, with who said it, where it was published, and the way to the whole text. */
export function ClaimCard({ claim, dossier }: { claim: Claim; dossier: Dossier }) {
  const w = words.value;
  const text = dossier.documents.find((document) => document.id === claim.document);
  const { before, words: said, after } = claim.quote;
  const show = (part: string): string => (look.value.latin ? latin(part, text?.lang ?? "ru") : part);
  return (
    <article class="claim" id={claim.id}>
      <blockquote dir="auto" lang={look.value.latin ? undefined : text?.lang}>
        {show(before)}
        <mark>{show(said)}</mark>
        {show(after)}
      </blockquote>
      <p class="small">
        <strong>{claim.speaker ? claim.speaker.name : w.panel.unattributed}</strong>
        {claim.modality !== "asserted" && <span class="hedge"> · {w.modalities[claim.modality]}</span>}
      </p>
      <p class="small soft">
        {text?.outlet}
        {text?.published && ` · ${instantWords(text.published)}`}
      </p>
      <p class="small">
        <button type="button" class="textlink" onClick={() => showText(claim.document)}>
          {w.panel.openText}
        </button>
        {webAddress(text?.url ?? "") && (
          <a href={webAddress(text?.url ?? "")} target="_blank" rel="noopener noreferrer">
            {w.panel.source}
          </a>
        )}
      </p>
    </article>
  );
}

/** Open a text below its origin and bring it into sight. */
export function showText(id: string): void {
  setLook({ focus: id });
  requestAnimationFrame(() => {
    const element = document.getElementById(`text-${id}`);
    element?.scrollIntoView({ block: "start" });
    element?.focus({ preventScroll: true });
  });
}
