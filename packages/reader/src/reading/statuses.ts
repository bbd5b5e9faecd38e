import type { EventStatus } from "./reading.ts";

/** Every status of an event, for the tables that name one. */
export const eventStatuses: readonly EventStatus[] = [
  "happened",
  "ongoing",
  "planned",
  "called for",
  "threatened",
  "denied",
  "cancelled",
  "hypothetical",
];
