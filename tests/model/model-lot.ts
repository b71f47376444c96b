import { type CreditKind } from "@/lib/credits/types";

export interface ModelLot {
  no: number;
  key: string;
  kind: CreditKind;
  priority: number;
  amount: bigint;
  cost: bigint;
  effectiveAt: number;
  expiresAt: number;
  frozen: boolean;
  /** Where the lot's credits are now. They always sum to `amount`. */
  free: bigint;
  held: Map<string, bigint>;
  spent: bigint;
  expired: bigint;
  clawed: bigint;
  toDebt: bigint;
  /** What clawbacks of this lot claimed and how it was met, besides `clawed`. */
  waiting: bigint;
  waived: bigint;
  debt: bigint;
  repaid: bigint;
  forgiven: bigint;
  returned: bigint;
}

export interface ModelEntry {
  seq: bigint;
  delta: bigint;
  balanceAfter: bigint;
  parts: [lot: number, amount: bigint][];
  debtDelta: bigint;
}

/** How a hold ended, and what it took. */
export interface HoldEnd {
  state: "captured" | "released" | "expired";
  captured: bigint;
}

export interface ModelHold {
  amount: bigint;
  expiresAt: number;
  state: HoldEnd["state"] | "open";
  captured: bigint;
  settled?: ModelEntry;
}

export interface ModelRevocation {
  lot: ModelLot;
  minor: bigint | null;
  claimed: bigint;
  restored: boolean;
}

/** An answer: an entry, or the code of a refusal. */
export type Verdict = ModelEntry | string;

export type NewLot = Pick<
  ModelLot,
  "key" | "kind" | "priority" | "amount" | "cost" | "effectiveAt" | "expiresAt"
>;

export function newLot(input: NewLot, no: number): ModelLot {
  return {
    ...input,
    no,
    frozen: false,
    free: input.amount,
    held: new Map(),
    spent: 0n,
    expired: 0n,
    clawed: 0n,
    toDebt: 0n,
    waiting: 0n,
    waived: 0n,
    debt: 0n,
    repaid: 0n,
    forgiven: 0n,
    returned: 0n,
  };
}

/** Where a clawback's claim can be, in the order in which a restoration takes it back. */
export const placesOfClaims = ["debt", "repaid", "forgiven", "waiting", "waived", "clawed"] as const;

/** How a restoration of so much divides among the places. */
export function fromPlaces(lot: ModelLot, back: bigint): Record<(typeof placesOfClaims)[number], bigint> {
  const parts = { debt: 0n, repaid: 0n, forgiven: 0n, waiting: 0n, waived: 0n, clawed: 0n };
  for (const place of placesOfClaims) {
    parts[place] = lot[place] < back ? lot[place] : back;
    back -= parts[place];
  }
  return parts;
}

export const heldOf = (lot: ModelLot) => total(lot.held.values());
export const claimsOf = (lot: ModelLot) =>
  lot.clawed + lot.waiting + lot.waived + lot.debt + lot.repaid + lot.forgiven;
export const worthOf = (lot: ModelLot, minor: bigint) =>
  lot.cost === 0n ? 0n : (lot.amount * minor) / lot.cost;
export const total = (values: Iterable<bigint>) => [...values].reduce((sum, value) => sum + value, 0n);
export const never = Number.POSITIVE_INFINITY;

/** The order in which lots are spent. */
export function inBurnOrder(lots: readonly ModelLot[]): ModelLot[] {
  const order = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return lots.toSorted(
    (a, b) =>
      order(a.priority, b.priority) ||
      order(a.expiresAt, b.expiresAt) ||
      order(a.effectiveAt, b.effectiveAt) ||
      order(a.no, b.no),
  );
}
