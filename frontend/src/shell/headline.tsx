/** Tonight in one line: what each government states at most, from how many texts, what does not agree, what is unknown. */

import type { Glance } from "../api/answers";
import { digits, words } from "../i18n";
import { headline, phase } from "../state/data";
import { withValue } from "../state/url";
import { addressOf, look, setFilter, view } from "../state/view";
import { Link } from "../parts/link";
import { noneWords } from "../text/figures";

export function HeadlineStrip() {
  const w = words.value;
  const said = headline.value;
  if (!said) return <section class="headline" aria-label={w.headline.label} aria-busy={phase.value === "loading"} />;
  return (
    <section class="headline" aria-label={w.headline.label}>
      <p class="counts">
        <strong>{w.headline.incidents(said.incidents)}</strong>
        <span>{w.headline.origins(said.statements)}</span>
        <span class={said.conflicts ? "chip doubt" : ""}>{w.headline.conflicts(said.conflicts)}</span>
        {said.without_place > 0 && <Narrow name="located" value="no" text={w.headline.noPlace(said.without_place)} />}
        {said.without_time > 0 && <Narrow name="timed" value="no" text={w.headline.noTime(said.without_time)} />}
        {said.unmeasured > 0 && <span>{w.headline.unmeasured(said.unmeasured)}</span>}
      </p>
      <Figures figures={said.figures} />
    </section>
  );
}

/** Figures side by side, each a link to its words. */
export function Figures({ figures }: { figures: readonly Glance[] }) {
  return (
    <ul class="tiles">
      {groupByKey(figures).map(([key, glances]) => (
        <li key={key}>
          <span class="label">{labelOf(key)}</span>
          {glances.map((glance) => (
            <Stated key={glance.side} glance={glance} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Stated({ glance }: { glance: Glance }) {
  const w = words.value;
  const side = glance.side === "ru" || glance.side === "ua" || glance.side === "other" ? w.sideNames[glance.side] : "";
  const further = glance.further > 0 ? w.headline.more(glance.further) : "";
  const value = glance.key === "airports" ? digits(glance.low) : rangeOf(glance);
  return (
    <span class="figure" title={[side, further, w.headline.note].filter(Boolean).join(" · ")}>
      {glance.incident ? (
        <Link to={{ sel: glance.incident, look: { ...look.value, focus: fieldOf(glance.key) } }} class={glance.high === 0 || (glance.low === 0 && glance.high === null) ? "number said" : "number"}>
          {value}
        </Link>
      ) : (
        <Link to={{ filter: withValue(view.value.filter, "kinds", "airspace_closure") }} class="number">
          {value}
        </Link>
      )}
      {side && <span class="side">{side}</span>}
      {further && (
        <span class="further">
          <span aria-hidden="true">{w.headline.moreShort(glance.further)}</span>
          <span class="hidden">, {further}</span>
        </span>
      )}
    </span>
  );
}

export function rangeOf({ low, high, value }: Pick<Glance, "low" | "high" | "value">): string {
  if (high === 0) return noneWords(value, words.value);
  if (high === null) return low === 0 ? words.value.headline.notReported : `≥ ${digits(low)}`;
  return low === high ? digits(low) : `${digits(low)}–${digits(high)}`;
}

function fieldOf(key: string): string {
  return key === "killed" || key === "injured" ? key : "count";
}

export function labelOf(key: string): string {
  const w = words.value;
  if (key === "airports") return w.time.airports;
  if (key === "hit") return w.phrases.hits("");
  return key in w.fates ? w.fates[key as keyof typeof w.fates] : (w.fields[key] ?? key);
}

function groupByKey(figures: readonly Glance[]): [string, Glance[]][] {
  const groups = new Map<string, Glance[]>();
  for (const glance of figures) groups.set(glance.key, [...(groups.get(glance.key) ?? []), glance]);
  return [...groups];
}

function Narrow({ name, value, text }: { name: "located" | "timed"; value: string; text: string }) {
  const filter = withValue(view.value.filter, name, value);
  return (
    <a
      href={addressOf({ filter })}
      onClick={(event) => {
        event.preventDefault();
        setFilter(filter);
      }}
    >
      {text}
    </a>
  );
}
