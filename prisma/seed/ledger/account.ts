import { createHash } from "node:crypto";
import type { CreditKind, EntryReason } from "@/lib/credits/types";

/** The ledger's rows in memory, with the names and meanings that prisma/schema/credits.prisma gives them. */
export interface LotState {
  userId: string;
  no: number;
  kind: CreditKind;
  priority: number;
  amountMilli: bigint;
  remainingMilli: bigint;
  heldMilli: bigint;
  expiredMilli: bigint;
  clawedMilli: bigint;
  claimedMilli: bigint;
  waivedMilli: bigint;
  debtMilli: bigint;
  repaidMilli: bigint;
  toDebtMilli: bigint;
  returnedMinor: bigint;
  costMinor: bigint;
  costCurrency: string | null;
  open: boolean;
  effectiveAt: Date;
  expiresAt: Date | null;
  frozenAt: Date | null;
  createdAt: Date;
  sourceKey: string;
  description: string;
}

export interface EntryState {
  userId: string;
  key: string;
  seq: number;
  deltaMilli: bigint;
  balanceAfterMilli: bigint;
  createdAt: Date;
  reason: EntryReason;
  touched: bigint[];
  reference: string;
  description: string;
}

interface HoldState {
  userId: string;
  seq: bigint;
  amountMilli: bigint;
  capturedMilli: bigint;
  settledSeq: bigint | null;
  expiresAt: Date;
  createdAt: Date;
  settledAt: Date | null;
  status: "open" | "captured" | "released";
  parts: bigint[];
  reference: string;
  description: string;
}

interface RevocationState {
  userId: string;
  seq: bigint;
  lotNo: number;
  returnedMinor: bigint;
  creditsMilli: bigint;
  requestMinor: bigint;
  requestMilli: bigint;
}

export interface AccountState {
  userId: string;
  balanceMilli: bigint;
  debtMilli: bigint;
  seq: bigint;
  lotCount: number;
  nextDueAt: Date | null;
  createdAt: Date;
  lots: LotState[];
  entries: EntryState[];
  /** By the key that made them. */
  holds: Map<string, HoldState>;
  revocations: RevocationState[];
}

export function openAccount(userId: string, createdAt: Date): AccountState {
  return {
    ...{ userId, balanceMilli: 0n, debtMilli: 0n, seq: 0n, lotCount: 0, nextDueAt: null, createdAt },
    ...{ lots: [], entries: [], holds: new Map(), revocations: [] },
  };
}

/** As `credit_key` of the database makes them. */
function keyOf(userId: string, key: string): string {
  const hex = createHash("sha256").update(`${userId}:${key}`).digest("hex").slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Of entries that no caller asked for. */
export const ownKey = (what: string, seq: bigint) => `\x01${what}:${seq}`;

export const earliest = (...dates: (Date | null)[]): Date | null =>
  dates.reduce((first, date) => (date && (!first || date < first) ? date : first), null);

export const least = (...amounts: [bigint, ...bigint[]]): bigint =>
  amounts.reduce((low, amount) => (amount < low ? amount : low));

const still: readonly EntryReason[] = ["hold", "release", "freeze", "unfreeze"];

export interface Line {
  at: Date;
  key: string;
  reason: EntryReason;
  /** Pairs of lot number and signed amount; lot number 0 is the debt. */
  touched: bigint[];
  reference: string;
  description: string;
}

/** Writes one line of the history and moves the account by it; reservations and marks move nothing. */
export function append(account: AccountState, { at, key, reason, touched, ...words }: Line): EntryState {
  let deltaMilli = 0n;
  for (let index = 0; !still.includes(reason) && index < touched.length; index += 2) {
    const amount = touched[index + 1] ?? 0n;
    deltaMilli += amount;
    if (touched[index] === 0n) account.debtMilli -= amount;
  }
  account.balanceMilli += deltaMilli;
  account.seq += 1n;
  const entry = {
    ...{ userId: account.userId, key: keyOf(account.userId, key), seq: Number(account.seq), deltaMilli },
    ...{ balanceAfterMilli: account.balanceMilli, createdAt: at, reason, touched, ...words },
  };
  account.entries.push(entry);
  return entry;
}

/** Takes what is free on a lot that has expired. */
export function lapse(account: AccountState, lot: LotState, at: Date): void {
  const lost = lot.remainingMilli - lot.heldMilli;
  if (!lot.expiresAt || lot.expiresAt > at || lost === 0n) return;
  lot.remainingMilli = lot.heldMilli;
  lot.expiredMilli += lost;
  lot.open = lot.heldMilli > 0n;
  append(account, {
    ...{
      at,
      key: ownKey(`expire:${lot.no}`, account.seq),
      reason: "expire",
      touched: [BigInt(lot.no), -lost],
    },
    ...{ reference: lot.sourceKey, description: lot.description },
  });
}

const timeOf = (date: Date | null) => date?.getTime() ?? Infinity;

/** Writes what lapsed by itself by an instant. */
export function settle(account: AccountState, at: Date): void {
  if (!account.nextDueAt || account.nextDueAt > at) return;
  const open = [...account.holds.values()].filter(({ status }) => status === "open");
  if (open.some(({ expiresAt }) => expiresAt <= at)) throw new Error("A story left a hold to lapse.");
  const due = account.lots.filter((lot) => lot.open && lot.expiresAt && lot.expiresAt <= at);
  due.sort((a, b) => timeOf(a.expiresAt) - timeOf(b.expiresAt) || a.no - b.no);
  for (const lot of due) lapse(account, lot, at);
  const ahead = account.lots.filter((lot) => lot.open && lot.expiresAt && lot.expiresAt > at);
  account.nextDueAt = earliest(
    ...open.map(({ expiresAt }) => expiresAt),
    ...ahead.map(({ expiresAt }) => expiresAt),
  );
}

/** The lots that may be spent at an instant, in burn order. */
export function spendable({ lots }: AccountState, at: Date): LotState[] {
  return lots
    .filter(
      (lot) =>
        lot.open &&
        !lot.frozenAt &&
        lot.remainingMilli > lot.heldMilli &&
        lot.effectiveAt <= at &&
        timeOf(lot.expiresAt) > at.getTime(),
    )
    .sort(
      (a, b) =>
        a.priority - b.priority ||
        (timeOf(a.expiresAt) === timeOf(b.expiresAt) ? 0 : timeOf(a.expiresAt) - timeOf(b.expiresAt)) ||
        a.effectiveAt.getTime() - b.effectiveAt.getTime() ||
        a.no - b.no,
    );
}
