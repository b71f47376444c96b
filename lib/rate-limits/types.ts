/** How often something may be tried by one subject. */
export interface RateLimit {
  /** Unique; part of the stored key. */
  name: string;
  /** Tries within one window. */
  points: number;
  windowSeconds: number;
  /** How long further tries are refused once the tries are used up; without it until the window ends. */
  lockSeconds?: number;
}

/** What a window still has after a try. */
export interface TriesLeft {
  tries: number;
  resetSeconds: number;
}
