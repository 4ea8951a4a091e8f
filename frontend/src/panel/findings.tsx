import type { Claim, Dossier, Finding } from "../api/dossier";
import { words } from "../i18n";
import { Link } from "../parts/link";
import { Told } from "../parts/told";
import { look, view } from "../state/view";
import { noneWords } from "../text/figures";
import { ClaimCard } from "./claim";

const NUMBERS = ["count", "killed", "injured", "children"];

/** Each field with its value, what speaks for it and what against it, and how it changed. */
export function Findings({ dossier }: { dossier: Dossier }) {
  const w = words.value;
  const { findings } = dossier;
  const lead = Math.max(0, findings.findIndex((f) => f.field === look.value.focus));
  return (
    <section>
      <h3>{w.panel.findings}</h3>
      {findings.map((finding, index) => (
        <FindingShown key={finding.field + index} finding={finding} dossier={dossier} open={index === lead || finding.dissenting.length > 0} />
      ))}
    </section>
  );
}

function FindingShown({ finding, dossier, open }: { finding: Finding; dossier: Dossier; open: boolean }) {
  const w = words.value;
  const claims = (ids: string[]): Claim[] => ids.map((id) => dossier.claims.find((claim) => claim.id === id)).filter((c): c is Claim => c !== undefined);
  const [supporting, dissenting] = [claims(finding.supporting), claims(finding.dissenting)];
  const isNumber = NUMBERS.includes(finding.field);
  return (
    <details class={dissenting.length ? "finding against" : "finding"} open={open} id={`finding-${finding.field}`}>
      <summary>
        <span class="name">{w.fields[finding.field] ?? finding.field}</span>
        <span class={isNumber ? "val num" : "val"}>{plain(finding)}</span>
        <span class="tally small soft">
          {w.panel.supporting(finding.supporting.length)}
          {dissenting.length > 0 && <strong class="chip doubt">≠ {w.panel.dissenting(dissenting.length)}</strong>}
        </span>
      </summary>
      {finding.note && (
        <p class="note small">
          <Told text={finding.note} />
        </p>
      )}
      <div class={dissenting.length ? "sides" : "one"}>
        <div>
          <h4>{w.panel.supports}</h4>
          {supporting.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} dossier={dossier} />
          ))}
        </div>
        {dissenting.length > 0 && (
          <div>
            <h4>{w.panel.dissents}</h4>
            {dissenting.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} dossier={dossier} />
            ))}
          </div>
        )}
      </div>
      {finding.versions.length > 1 && <Versions finding={finding} />}
      <p class="small soft">
        <Link to={{ sel: view.value.sel, look: { ...look.value, focus: finding.field } }}>{w.panel.linkFinding}</Link>
      </p>
    </details>
  );
}

/** The field names itself; "injured 7" under "injured" would say it twice. */
function plain({ field, value }: Finding): string {
  if (field === "outcome") return words.value.outcomes[value] ?? value;
  const isHarm = field === "killed" || field === "injured" || field === "children";
  const own = value.startsWith(`${field} `) ? value.slice(field.length + 1) : isHarm ? value.replace(/^[^:]+: /, "") : value;
  return noneWords(own, words.value);
}

function Versions({ finding }: { finding: Finding }) {
  const w = words.value;
  return (
    <>
      <h4>{w.panel.earlier}</h4>
      <ol class="versions">
        {finding.versions.map((version) => (
          <li key={version.claim + version.value} class={version.stands ? "stands" : ""}>
            <b class="num">{version.value}</b>
            <span class="small">
              {version.speaker || version.outlet}
              <span class="soft">
                {" "}
                · {version.at} · {version.stands ? w.panel.stands : w.panel.followed}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
