/** How long a write may take from its reservation to its adoption. */
const reservedMs = 60 * 60_000;
/** Clocks of several instances differ: an object is not adopted so close to its end. */
const marginMs = 60_000;

/** When an object is deleted that was reserved now and not adopted. */
export function reservedUntil(now: Date): Date {
  return new Date(now.getTime() + reservedMs);
}

/** A reservation must last beyond this to be adopted. */
export function adoptableAfter(now: Date): Date {
  return new Date(now.getTime() + marginMs);
}
