/** Kinds in families: each has a lane of the timeline and a colour beside its sign and its words. */

import type { Kind } from "../api/rows";

export const FAMILIES = ["intercept", "attack", "effect", "people", "airspace", "alert"] as const;
export type Family = (typeof FAMILIES)[number];

const OF: Record<Kind, Family> = {
  interception: "intercept",
  attack: "attack",
  sighting: "attack",
  damage: "effect",
  fire: "effect",
  power_outage: "effect",
  other_effect: "effect",
  casualties: "people",
  no_casualties: "people",
  no_damage: "effect",
  airspace_closure: "airspace",
  airspace_reopening: "airspace",
  diversion: "airspace",
  alert: "alert",
};

export function familyOf(kind: Kind): Family {
  return OF[kind];
}

/** Tell whether an incident is harm, so that its area is hatched. */
export function isHarm(kind: Kind): boolean {
  return kind === "damage" || kind === "fire" || kind === "power_outage" || kind === "casualties";
}
