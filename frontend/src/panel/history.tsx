import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Step } from "../api/dossier";
import { instantWords, words } from "../i18n";
import { Told } from "../parts/told";
import { setAsOf } from "../state/view";

/** A total is named by its claim: `total c1-...`. */
function fieldWords(field: string): string {
  const w = words.value;
  const [name = "", ...rest] = field.split(" ");
  return [w.fields[name] ?? w.spans[name] ?? name, ...rest].join(" ");
}

/** How the incident grew: a slider over its versions, with what each changed and which texts brought it. */
export function History({ steps }: { steps: Step[] }) {
  const w = words.value;
  const at = useSignal(Math.max(0, steps.length - 1));
  useEffect(() => {
    at.value = Math.max(0, steps.length - 1);
  }, [steps]);
  const step = steps[Math.min(at.value, steps.length - 1)];
  if (!step) return null;
  const label = w.panel.version(at.value + 1, steps.length);
  return (
    <section>
      <h3>{w.panel.history}</h3>
      {steps.length > 1 && (
        <>
          <p class="small soft">{w.panel.historyNote}</p>
          <input
            class="slider"
            type="range"
            min={0}
            max={steps.length - 1}
            value={at.value}
            aria-label={w.panel.history}
            aria-valuetext={`${label}, ${w.panel.knownAt} ${instantWords(step.known_at)}`}
            onInput={(event) => (at.value = Number(event.currentTarget.value))}
          />
        </>
      )}
      <p>
        <strong>{label}</strong> <span class="soft">{`${w.panel.knownAt} ${instantWords(step.known_at)}`}</span>
      </p>
      {step.note && (
        <p class="small">
          <Told text={step.note} />
        </p>
      )}
      <table class="changes small">
        <tbody>
          {step.changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{fieldWords(change.field)}</th>
              <td>
                {change.before && <del>{change.before}</del>} <ins>{change.after || w.panel.none}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {step.sources.length > 0 && (
        <ul class="small">
          {step.sources.map((source) => (
            <li key={source.document}>
              + {source.outlet} <span class="soft">{source.published}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" class="btn small" onClick={() => setAsOf(step.known_at.replace("+00:00", "Z"))}>
          {w.asOf.hint}
        </button>
      </p>
    </section>
  );
}
