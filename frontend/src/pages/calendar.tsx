/** Nights as squares by week; a night that is not there is not known to be quiet, and looks it. */

import type { Day } from "../api/places";
import { dateWords, lang, words } from "../i18n";
import { Link } from "../parts/link";
import type { Filter } from "../state/url";
import { dateFormat } from "../text/formats";
import { DAY } from "../text/times";

const WEEK = 7 * DAY;
const MOST_WEEKS = 54;

export function Calendar({ days, filter }: { days: Day[]; filter: Filter }) {
  const w = words.value;
  const byNight = new Map(days.map((day) => [day.night, day]));
  const nights = [...byNight.keys()].sort();
  const last = Date.parse(nights.at(-1) ?? "");
  if (Number.isNaN(last)) return <p class="soft">{w.region.none}</p>;
  const begin = Math.max(Date.parse(nights[0] ?? ""), last - MOST_WEEKS * WEEK);
  const monday = begin - ((new Date(begin).getUTCDay() + 6) % 7) * DAY;
  const weeks = Math.max(1, Math.floor((last - monday) / WEEK) + 1);
  const most = Math.max(...days.map((day) => day.incidents));
  const weekday = dateFormat(lang.value, { weekday: "short", timeZone: "UTC" });
  return (
    <div class="calendar-box" tabIndex={0} role="group" aria-label={w.region.calendar}>
      <table class="calendar">
        <thead>
          <tr>
            <td />
            {range(weeks).map((week) => {
              const month = monthOf(monday + week * WEEK, week);
              return month ? (
                <th key={week} scope="col">
                  {month}
                </th>
              ) : (
                <td key={week} />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {range(7).map((row) => (
            <tr key={row}>
              <th scope="row">{weekday.format(monday + row * DAY)}</th>
              {range(weeks).map((week) => {
                const night = new Date(monday + week * WEEK + row * DAY).toISOString().slice(0, 10);
                const day = byNight.get(night);
                return (
                  <td key={week}>
                    {day && (
                      <Link
                        to={{ page: { name: "night" }, filter: { ...filter, night_from: night, night_to: night }, sel: "" }}
                        class={`day l${Math.ceil((day.incidents / most) * 4)}`}
                        label={`${dateWords(night)}: ${w.headline.incidents(day.incidents)}${day.disputed ? `, ${w.headline.conflicts(day.disputed)}` : ""}`}
                      >
                        {day.incidents}
                        {day.disputed > 0 && <sup>≠</sup>}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function monthOf(at: number, week: number): string {
  const date = new Date(at);
  if (week > 0 && date.getUTCDate() > 7) return "";
  return dateFormat(lang.value, { month: "short", timeZone: "UTC" }).format(date);
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
