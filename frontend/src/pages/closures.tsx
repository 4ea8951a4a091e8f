import type { Closure } from "../api/answers";
import { lang, words } from "../i18n";
import { nameOfId } from "../i18n/names";
import { Link } from "../parts/link";
import { day, instant, offsetOf, windowWords } from "../text/times";

/** Closed times with their lengths; an end that is not stated is said to be so, and so is what is only the time of an announcement. */
export function Closures({ closures, named }: { closures: Closure[]; named: boolean }) {
  const w = words.value;
  if (!closures.length) return null;
  return (
    <div class="table-box" tabIndex={0} role="group" aria-label={w.region.closures}>
      <table class="plain">
        <thead>
          <tr>
            {named && <th scope="col">{w.region.closures}</th>}
            <th scope="col">{w.airport.from}</th>
            <th scope="col">{w.airport.to}</th>
            <th scope="col">{w.airport.duration}</th>
          </tr>
        </thead>
        <tbody>
          {closures.map((closure) => (
            <tr key={closure.closure + closure.start}>
              {named && (
                <th scope="row">
                  <Link to={{ page: { name: "airport", id: closure.airport }, sel: "" }}>{nameOfId(closure.airport, closure.name)}</Link>
                </th>
              )}
              <td>
                <Link to={{ sel: closure.closure }}>{closure.start ? <Moment at={closure.start} announced={closure.start_announced} /> : w.airport.startUnknown}</Link>
              </td>
              <td>
                {closure.end && closure.reopening ? (
                  <Link to={{ sel: closure.reopening }}>
                    <Moment at={closure.end} announced={closure.end_announced} />
                  </Link>
                ) : closure.end ? (
                  momentWords(closure.end)
                ) : (
                  <em>{w.airport.openEnded}</em>
                )}
              </td>
              <td>{lengthWords(closure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {closures.some((closure) => closure.start_announced || closure.end_announced) && <p class="small soft">{w.airport.announcedNote}</p>}
    </div>
  );
}

/** An instant, marked where it is only that of the announcement. */
export function Moment({ at, announced }: { at: string; announced: boolean }) {
  if (!announced) return <>{momentWords(at)}</>;
  return (
    <>
      <span aria-hidden="true">≈ </span>
      {momentWords(at)}
      <span class="hidden"> ({words.value.airport.announced})</span>
    </>
  );
}

function lengthWords(closure: Closure): string {
  if (closure.minutes === null) return "—";
  return (closure.start_announced || closure.end_announced ? "≈ " : "") + durationWords(closure.minutes);
}

/** Return an instant in the zone it was told in, with its year. */
export function momentWords(at: string): string {
  const year = day(instant(at) ?? 0, offsetOf(at)).slice(0, 4);
  return `${windowWords({ start: at, end: at, precision: "minute", text: "" }, lang.value)}, ${year}`;
}

export function durationWords(minutes: number): string {
  return words.value.airport.minutes(Math.floor(minutes / 60), minutes % 60);
}
