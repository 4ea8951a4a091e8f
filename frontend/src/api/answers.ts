/** Further answers of the server; docs/api.md has each field. */

import type { Row } from "./rows";

export interface Page {
  number_matched: number;
  incidents: Row[];
  next: string | null;
  filter?: Record<string, string>;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface Facet {
  field: string;
  values: FacetValue[];
  more: number;
}

export interface Glance {
  key: string;
  value: string;
  low: number;
  high: number | null;
  side: string;
  incident: string;
  further: number;
}

export interface Headline {
  incidents: number;
  statements: number;
  figures: Glance[];
  conflicts: number;
  single: number;
  unmeasured: number;
  without_place: number;
  without_time: number;
  without_number: number;
  sentence: string;
}

export interface NightCount {
  night: string;
  incidents: number;
}

/** An airport's closed time; a missing end is not stated, which is not "still closed". */
export interface Closure {
  airport: string;
  name: string;
  start: string | null;
  start_announced: boolean;
  end: string | null;
  end_announced: boolean;
  minutes: number | null;
  region: string | null;
  closure: string;
  reopening: string | null;
}

export interface Shape {
  type: "Feature";
  id?: string;
  properties: Record<string, unknown> | null;
  geometry: { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };
}

/** `disputed` are areas whose belonging is disputed, drawn apart. */
export interface Shapes {
  type: "FeatureCollection";
  features: Shape[];
  disputed?: Shape[];
}
