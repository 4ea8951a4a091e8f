import { words } from "../i18n";
import type { Marks } from "./marks";

/** What the signs mean; folded away until it is wanted. */
export function Legend({ marks }: { marks: Marks }) {
  const w = words.value.map;
  const has = (style: string): boolean => marks.all.some((mark) => mark.style === style);
  return (
    <details class="legend">
      <summary>{w.drawn}</summary>
      <ul>
        {has("region") && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect class="s-region" x="1" y="1" width="22" height="14" />
            </svg>
            {w.region}
          </li>
        )}
        {marks.all.some((mark) => mark.style === "region" && mark.harm) && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect class="s-region" x="1" y="1" width="22" height="14" />
              <path class="s-hatch" d="M1 15 15 1M9 15 23 1M1 7l6-6M17 15l6-6" />
            </svg>
            {w.harm}
          </li>
        )}
        {marks.listed.size > 0 && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect class="s-listed" x="1" y="1" width="22" height="14" />
              <path class="s-dots" d="M3 13 13 3M11 13 21 3" />
            </svg>
            {w.listed}
          </li>
        )}
        {has("district") && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <circle class="s-district" cx="12" cy="8" r="7" />
            </svg>
            {w.district}
          </li>
        )}
        {has("settlement") && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <circle class="s-settlement" cx="12" cy="8" r="7" />
              <circle class="s-dot" cx="12" cy="8" r="2.5" />
            </svg>
            {w.settlement}
          </li>
        )}
        {has("point") && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <circle class="s-dot" cx="12" cy="8" r="3" />
            </svg>
            {w.point}
          </li>
        )}
        <li>
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <rect class="s-square" x="8.5" y="4.5" width="7" height="7" />
          </svg>
          {w.harmPoint}
        </li>
        {has("airport") && (
          <li>
            <svg viewBox="0 0 24 16" aria-hidden="true">
              <rect class="s-airport" x="4" y="0.5" width="15" height="15" rx="4" />
              <path class="s-plane" d="M12 3v10M7 9l5-3 5 3" />
            </svg>
            {w.airport}
          </li>
        )}
        <li>
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <rect class="s-disputed" x="1.5" y="1.5" width="21" height="13" />
          </svg>
          {w.disputed}
        </li>
        <li>
          <b aria-hidden="true">· 5</b> {w.number}
        </li>
      </ul>
    </details>
  );
}
