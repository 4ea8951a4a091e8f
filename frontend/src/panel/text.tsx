import type { Dossier, TextPage } from "../api/dossier";
import { words } from "../i18n";
import { look } from "../state/view";
import { useAnswer } from "./load";

/** A whole text: the words this incident rests on are marked, those of other incidents underlined. */
export function WholeText({ id, dossier }: { id: string; dossier: Dossier }) {
  const w = words.value;
  const loaded = useAnswer<TextPage>(`/documents/${encodeURIComponent(id)}.json`, "text");
  if (loaded.at === "loading") return <div class="bone" role="status" aria-label={w.states.loading} />;
  if (loaded.at !== "ready") return <p class="small">{loaded.at === "problem" ? loaded.text : w.states.offlineTitle}</p>;
  const own = new Set(dossier.claims.map((claim) => claim.id));
  const isLatin = look.value.latin;
  return (
    <p class="words" dir="auto" lang={isLatin ? undefined : loaded.value.document.lang}>
      {loaded.value.pieces.map((piece) => {
        const said = isLatin ? piece.latin : piece.text;
        const mine = piece.marks.filter((mark) => own.has(mark.claim));
        const fields = [...new Set((mine.length ? mine : piece.marks).map((mark) => w.fields[mark.field] ?? w.spans[mark.field] ?? mark.field))].join(", ");
        if (mine.length) {
          return (
            <mark key={piece.start} title={fields}>
              {said}
            </mark>
          );
        }
        return piece.marks.length ? (
          <span key={piece.start} class="other" title={fields}>
            {said}
          </span>
        ) : (
          said
        );
      })}
    </p>
  );
}
