import type { Check, Dossier } from "../api/dossier";
import type { Verdict } from "../api/rows";
import { words } from "../i18n";
import { Told } from "../parts/told";
import { rangeWords } from "../text/figures";

/** A total held against its parts, in words and with what is left over. */
export function Totals({ checks, dossier }: { checks: Check[]; dossier: Dossier }) {
  const w = words.value;
  if (!checks.length) return null;
  return (
    <section>
      <h3>{w.panel.totals}</h3>
      {checks.map((check) => (
        <div key={check.tally + check.sentence} class={check.verdict === "contradiction" ? "check against" : "check"}>
          <p>
            <strong>{w.verdicts[check.verdict.replaceAll(" ", "_") as Verdict]}</strong>
            {check.residual && (check.residual[0] !== 0 || check.residual[1] !== 0) && (
              <span class="chip">
                {w.panel.residual}: <b>{rangeWords(...check.residual)}</b>
              </span>
            )}
          </p>
          <p class="small">
            <Told text={check.sentence} />
          </p>
          <ul class="parts small">
            {check.parts.map((id) => {
              const part = dossier.claims.find((claim) => claim.id === id);
              return (
                part && (
                  <li key={id}>
                    {part.place_name ?? part.title} <b>{part.says}</b>
                  </li>
                )
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
