import type { Books } from "../books/books";
import type { GrantStep } from "../books/steps";

/** Credits that come, and what is left of them when they expire. */
export function grant(
  books: Books,
  { at, userId, ...step }: Omit<GrantStep, "act"> & { at: Date; userId: string },
): void {
  books.steps.push({ at, userId, act: "grant", ...step });
  const { expiresAt } = step;
  if (expiresAt && expiresAt <= books.now) books.steps.push({ at: expiresAt, userId, act: "settle" });
}

export interface BoughtLot {
  lotKey: string;
  costMinor: bigint;
  creditsMilli: bigint;
}

/** Notes what a payment bought. */
export function recordLots(books: Books, paymentId: string, lots: readonly BoughtLot[]): void {
  books.lots.push(...lots.map((lot, position) => ({ ...lot, paymentId, position })));
}
