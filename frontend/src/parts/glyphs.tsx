/** Signs, drawn in a box of 16: every kind and every status has a shape of its own, so that none is told by colour. */

import type { Kind, Status } from "../api/rows";
import { familyOf } from "./families";

const KIND: Record<Kind, string> = {
  interception: "M8 2.2 3 4v4c0 3 2.2 5 5 6 2.8-1 5-3 5-6V4zM5.8 8l1.6 1.7L10.4 6.4",
  attack: "M8 1.8v3.4M8 10.8v3.4M1.8 8h3.4M10.8 8h3.4M3.7 3.7l2 2M10.3 10.3l2 2M12.3 3.7l-2 2M5.7 10.3l-2 2",
  sighting: "M1.8 8C3.2 5.3 5.4 4 8 4s4.8 1.3 6.2 4C12.8 10.7 10.6 12 8 12S3.2 10.7 1.8 8zM8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 1 0 0-3",
  damage: "M2.5 14V6.5L8 2.2l5.5 4.3V14zM9 4.5 7 8l2.2 1.5L7.5 13.5",
  fire: "M8 1.8c.6 2.8 4 4 4 7.7a4 4 0 0 1-8 0c0-1.7.9-2.7 1.7-3.7.3 1 .8 1.5 1.4 1.7C7 5.5 7.2 3.5 8 1.8z",
  power_outage: "M9.2 1.8 4 9h3.5l-.8 5.2L12 7H8.4z",
  other_effect: "M8 3.2v5.3M8 11.8v.6M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13",
  casualties: "M8 2.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 1 0 0-4.6M3 14c.3-3.5 2.2-5.2 5-5.2s4.7 1.7 5 5.2",
  no_casualties: "M8 2.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 1 0 0-4.6M3 14c.3-3.5 2.2-5.2 5-5.2s4.7 1.7 5 5.2M2 2l12 12",
  no_damage: "M2.5 14V6.5L8 2.2l5.5 4.3V14zM5.5 10l1.8 1.8 3.3-3.6",
  airspace_closure: "M8 1.8c.7 0 1 .8 1 1.8v2.7l4.5 2.7v1.4L9 9.2v2.6l1.3 1.3v1L8 13.5l-2.3.6v-1L7 11.8V9.2l-4.5 1.2V9L7 6.3V3.6c0-1 .3-1.8 1-1.8zM2 2l12 12",
  airspace_reopening: "M8 1.8c.7 0 1 .8 1 1.8v2.7l4.5 2.7v1.4L9 9.2v2.6l1.3 1.3v1L8 13.5l-2.3.6v-1L7 11.8V9.2l-4.5 1.2V9L7 6.3V3.6c0-1 .3-1.8 1-1.8z",
  diversion: "M2 12h4c3 0 3-7 6-7h1.5M11.5 2.8 14 5l-2.5 2.2",
  alert: "M3.5 12.5V9a4.5 4.5 0 0 1 9 0v3.5zM2 12.5h12M8 2v1M2.5 4.5l.8.7M13.5 4.5l-.8.7",
};

const STATUS: Record<Status, string> = {
  single: "M8 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8",
  corroborated: "M6 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8M10 4a4 4 0 1 1 0 8",
  disputed: "M3 6h10M3 10h10M11 2.5 5 13.5",
  retracted: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

function Glyph({ d }: { d: string }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

export function KindGlyph({ kind }: { kind: Kind }) {
  return (
    <span class={`kind k-${familyOf(kind)}`}>
      <Glyph d={KIND[kind]} />
    </span>
  );
}

export function StatusGlyph({ status }: { status: Status }) {
  return <Glyph d={STATUS[status]} />;
}

const SIGN = {
  left: "M10 3 5 8l5 5",
  right: "M6 3l5 5-5 5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9M10.5 10.5 14 14",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9",
  moon: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
  auto: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 2v12M8 5l4-1M8 8h6M8 11l4 1",
  down: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 4.5V8l2.5 1.5",
  list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1",
  map: "M2 4l4-1.5 4 1.5 4-1.5V12l-4 1.5L6 12l-4 1.5zM6 2.5V12M10 4v9.5",
  filter: "M2 3.5h12L9.5 8.5V13l-3-1.5v-3z",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  frame: "M2.5 3.5h11v9h-11zM5.5 6.5h5v3h-5z",
  link: "M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 0 1 4.5 4L11.5 9M9 11.5 7.5 13a3 3 0 0 1-4.3-4.2L4.5 7",
  help: "M6 6a2 2 0 1 1 2.6 1.9c-.5.2-.6.6-.6 1.1M8 11.5v.1M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13",
} as const;

export type SignName = keyof typeof SIGN;

export function Sign({ name }: { name: SignName }) {
  return <Glyph d={SIGN[name]} />;
}
