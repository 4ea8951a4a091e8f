/** What an incident is, in the language of the page. */

import type { Row } from "../api/rows";
import type { Messages } from "../i18n/en";

/** Return `UAVs downed`, `damage: windows`, `alert lifted`; the place is not part of it. */
export function titleOf(row: Pick<Row, "kind" | "fate" | "object" | "detail">, w: Messages): string {
  const named = row.object !== null && row.object !== "unknown" ? w.objects[row.object] : "";
  const what = named || w.objects.unknown;
  if (row.fate === "hit") return w.phrases.hits(named);
  if (row.fate === "debris") return w.phrases.debris(named);
  const counted = row.kind === "interception" || row.kind === "attack" || row.kind === "sighting";
  if (counted && row.fate !== null) return w.phrases.fated(what, w.fates[row.fate]);
  if (row.kind === "sighting") return `${w.kinds.sighting}: ${what}`;
  if (row.kind === "alert" && row.fate === "declared") return w.phrases.alertDeclared;
  if (row.kind === "alert" && row.fate === "lifted") return w.phrases.alertLifted;
  return row.detail ? `${w.kinds[row.kind]}: ${row.detail}` : w.kinds[row.kind];
}
