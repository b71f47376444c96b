/** The only source of the current time in the domain. */
export interface Clock {
  now(): Date;
}
