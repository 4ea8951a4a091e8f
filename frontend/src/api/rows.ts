/** What the server says of an incident in a list; docs/api.md has each field (`skyledger.incidents/1`). */

export const KINDS = [
  "interception",
  "attack",
  "sighting",
  "damage",
  "fire",
  "power_outage",
  "casualties",
  "no_casualties",
  "no_damage",
  "airspace_closure",
  "airspace_reopening",
  "diversion",
  "alert",
  "other_effect",
] as const;
export const FATES = [
  "downed",
  "suppressed",
  "lost",
  "launched",
  "hit",
  "debris",
  "airborne",
  "declared",
  "lifted",
] as const;
export const OBJECTS = [
  "uav",
  "fpv_drone",
  "decoy_uav",
  "cruise_missile",
  "ballistic_missile",
  "missile",
  "guided_bomb",
  "rocket_artillery",
  "high_speed_air_target",
  "sea_drone",
  "aircraft",
  "balloon",
  "unknown",
] as const;
export const STATUSES = ["single", "corroborated", "disputed", "retracted"] as const;
export const MODALITIES = ["asserted", "preliminary", "unconfirmed", "denied"] as const;
export const SIDES = ["ru", "ua", "other"] as const;
export const VERDICTS = ["consistent", "cannot_be_checked", "residual", "contradiction"] as const;

export type Kind = (typeof KINDS)[number];
export type Fate = (typeof FATES)[number];
export type ObjectType = (typeof OBJECTS)[number];
export type Status = (typeof STATUSES)[number];
export type Modality = (typeof MODALITIES)[number];
export type Side = (typeof SIDES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type TimePrecision = "minute" | "hour" | "part_of_day" | "night" | "day" | "none";

export interface TimeWindow {
  start: string | null;
  end: string | null;
  precision: TimePrecision;
  text: string;
}

export interface RowPlace {
  id: string;
  kind: string;
  name: string;
  region: string | null;
  region_name: string | null;
  country: string | null;
  precision: "point" | "settlement" | "district" | "region" | "country" | "sea" | "none";
  lon: number | null;
  lat: number | null;
  radius_km: number | null;
  airport: string | null;
  parts: string[];
}

export interface Figure {
  field: string;
  value: string;
  low: number;
  high: number | null;
  supporting: number;
  dissenting: number;
}

export interface TotalShown {
  verdict: Verdict;
  residual: [number, number | null] | null;
  sentence: string;
}

export interface RowSpeaker {
  id: string;
  name: string;
  role: string;
  side: Side;
}

export interface Row {
  id: string;
  title: string;
  kind: Kind;
  fate: Fate | null;
  object: ObjectType | null;
  detail: string;
  night: string | null;
  window: TimeWindow | null;
  place: RowPlace | null;
  status: Status;
  status_reason: string;
  origins: number;
  sides: number;
  documents: number;
  measured: boolean;
  figures: Figure[];
  conflict: boolean;
  total: TotalShown | null;
  modality: Modality;
  speakers: RowSpeaker[];
  first_seen: string;
  updated: string;
  version: number;
  links: { self: string; html: string; prov: string };
}
