import {
  AlreadyRestored,
  CreditCurrencyMismatch,
  CreditKeyConflict,
  CreditLimitExceeded,
  CreditOverflow,
  CreditRecordNotFound,
  HoldExpired,
  HoldSettled,
  InsufficientCredits,
} from "./errors";
import { type CreditKind, type LotPart, type Receipt } from "./types";

/** What every SQL function of the ledger answers (type `credit_result`). */
export interface LedgerRow {
  outcome: string;
  available_milli: bigint | null;
  seq: bigint;
  delta_milli: bigint;
  balance_after_milli: bigint;
  created_at: Date;
  touched: bigint[];
  kinds: (CreditKind | null)[];
}

const refusals: Record<string, () => Error> = {
  overflow: () => new CreditOverflow(),
  hold_captured: () => new HoldSettled("captured"),
  hold_released: () => new HoldSettled("released"),
  hold_expired: () => new HoldExpired(),
  unknown_user: () => new CreditRecordNotFound("user"),
  unknown_lot: () => new CreditRecordNotFound("lot"),
  unknown_hold: () => new CreditRecordNotFound("hold"),
  unknown_revocation: () => new CreditRecordNotFound("revocation"),
  beyond_hold: () => new CreditLimitExceeded("hold"),
  beyond_lot: () => new CreditLimitExceeded("lot"),
  beyond_debt: () => new CreditLimitExceeded("debt"),
  other_currency: () => new CreditCurrencyMismatch(),
  already_restored: () => new AlreadyRestored(),
};

/** The receipt of a change that happened now or before; any other outcome is thrown as its error. */
export function toReceipt(
  row: LedgerRow | undefined,
  asked: { key: string; creditsMilli?: bigint },
): Receipt {
  if (!row) throw new Error("The ledger gave no answer.");
  if (row.outcome === "done" || row.outcome === "replayed") return readReceipt(row);
  if (row.outcome === "conflict") throw new CreditKeyConflict(asked.key);
  if (row.outcome === "insufficient") {
    throw new InsufficientCredits(row.available_milli ?? 0n, asked.creditsMilli ?? 0n);
  }
  throw refusals[row.outcome]?.() ?? new Error(`The ledger answered "${row.outcome}".`);
}

function readReceipt(row: LedgerRow): Receipt {
  return {
    seq: row.seq,
    deltaMilli: row.delta_milli,
    balanceAfterMilli: row.balance_after_milli,
    at: row.created_at,
    ...readTouched(row.touched, row.kinds),
    replayed: row.outcome === "replayed",
  };
}

/** Reads pairs of lot number and signed amount; lot number 0 stands for the debt. */
export function readTouched(
  touched: readonly bigint[],
  kinds: readonly (CreditKind | null)[],
): { parts: LotPart[]; debtDeltaMilli: bigint } {
  const parts: LotPart[] = [];
  let debtDeltaMilli = 0n;
  kinds.forEach((kind, index) => {
    const lotNo = Number(touched[2 * index]);
    const amount = touched[2 * index + 1] ?? 0n;
    if (kind === null) debtDeltaMilli -= amount;
    else parts.push({ lotNo, kind, creditsMilli: amount < 0n ? -amount : amount });
  });
  return { parts, debtDeltaMilli };
}
