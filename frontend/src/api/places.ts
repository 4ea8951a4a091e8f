/** Answers about one place; docs/api.md has each field. */

import type { Closure, Glance } from "./answers";

export interface Day {
  night: string;
  incidents: number;
  kinds: Record<string, number>;
  disputed: number;
  figures: Glance[];
}

export interface RegionAnswer {
  id: string;
  name: string;
  incidents: number;
  calendar: Day[];
  last: Day | null;
  closures: Closure[];
}

export interface AirportAnswer {
  airport: {
    id: string;
    name: string;
    region: string | null;
    closures: number;
    minutes_closed: number;
    state: string;
    since: string | null;
    since_announced: boolean;
  };
  closures: Closure[];
  calendar: Day[];
  incidents: string[];
}
