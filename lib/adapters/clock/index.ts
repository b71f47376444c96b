import "server-only";

export { openClock } from "./open-clock";
export { systemClock } from "./system-clock";
export type { OpenedClock } from "./types";
