/** One incident in full, and one text; docs/api.md has each field. */

import type { Modality, Row, RowSpeaker, Verdict } from "./rows";

export interface Version {
  value: string;
  at: string;
  speaker: string;
  outlet: string;
  claim: string;
  stands: boolean;
}

export interface Finding {
  field: string;
  value: string;
  supporting: string[];
  dissenting: string[];
  versions: Version[];
  note: string;
}

export interface Claim {
  id: string;
  document: string;
  title: string;
  says: string;
  when: string;
  place_name: string | null;
  speaker: RowSpeaker | null;
  modality: Modality;
  negated: boolean;
  origin: string;
  rule: string;
  quote: { before: string; words: string; after: string; start: number };
  spans: { field: string; start: number; stop: number; text: string }[];
}

export interface Origin {
  id: string;
  speaker: RowSpeaker | null;
  reason: string;
  measured: boolean;
  first_document: string;
  first_claim: string;
  documents: string[];
  claims: string[];
}

export interface Source {
  id: string;
  outlet: string;
  handle: string;
  type: string;
  lang: string;
  title: string;
  published: string | null;
  url: string;
  forwarded_from: string;
}

export interface Check {
  verdict: Verdict;
  sentence: string;
  tally: string;
  parts: string[];
  residual: [number, number | null] | null;
}

export interface Step {
  number: number;
  state: string;
  known_at: string;
  at: string;
  changes: { field: string; before: string; after: string }[];
  sources: { document: string; outlet: string; published: string; url: string }[];
  note: string;
}

export interface Dossier {
  incident: Row;
  findings: Finding[];
  claims: Claim[];
  origins: Origin[];
  documents: Source[];
  totals: Check[];
  history: Step[];
}

export interface TextPage {
  document: Source;
  text: string;
  pieces: { text: string; latin: string; start: number; marks: { claim: string; field: string }[] }[];
  incidents: Record<string, string>;
}
