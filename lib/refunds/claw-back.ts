import type { AppContext } from "@/lib/context";
import { previewRevocation, restoreCredits, revokeCredits } from "@/lib/credits";
import type { Db } from "@/lib/db";
import { DomainError } from "@/lib/shared/errors";
import { lockCredits, readPaidLots } from "./repository";
import { shareOut } from "./share-out";

type Context = Pick<AppContext, "clock">;

/** Money that went back, by a refund or a lost dispute. */
export interface Return {
  payment: { id: string; userId: string; currency: string; description: string };
  amountMinor: bigint;
  /** Names the return in the ledger, for example `refund:{id}`; each lot's key begins with it. */
  key: string;
  /** The business object. */
  reference: string;
  /** For the history: what happened. */
  words: string;
}

export interface Clawback {
  /** Taken, or to be taken when work that reserved them ends, debt included. */
  clawedMilli: bigint;
  debtMilli: bigint;
}

const longestDescription = 200;

function describe({ words, payment }: Return): string {
  return `${words}: ${payment.description}`.slice(0, longestDescription).toWellFormed();
}

const keyOf = ({ key }: Pick<Return, "key">, lotKey: string) => `${key}:${lotKey}`;

/**
 * Takes back the credits that returned money had bought, in proportion over the lots of its payment. Needs the caller's
 * transaction and the user's billing lock. Idempotent by `key`.
 * @returns null when the payment has brought no credits yet
 */
export async function clawBack({ clock }: Context, tx: Db, given: Return): Promise<Clawback | null> {
  const { payment, amountMinor, reference } = given;
  const { userId, currency } = payment;
  const now = clock.now();
  const ledger = { db: tx, clock: { now: () => now } };
  await lockCredits(tx, userId);
  const lots = await readPaidLots(tx, payment);
  if (lots.length === 0) return null;
  const clawback: Clawback = { clawedMilli: 0n, debtMilli: 0n };
  for (const [index, share] of shareOut(lots, amountMinor).entries()) {
    const lotKey = lots[index]?.lotKey;
    if (!lotKey || share === 0n) continue;
    const take = { userId, lotKey, take: { amountMinor: share, currency } };
    const plan = await previewRevocation(ledger, take);
    const change = { key: keyOf(given, lotKey), reference, description: describe(given) };
    const { debtDeltaMilli } = await revokeCredits(ledger, { ...take, ...change });
    clawback.clawedMilli += plan.creditsMilli - plan.alreadyExpiredMilli;
    clawback.debtMilli += debtDeltaMilli;
  }
  return clawback;
}

function isUntouched(error: unknown): boolean {
  return (
    error instanceof DomainError && error.code === "credits.not_found" && error.meta.record === "revocation"
  );
}

/** Undoes `clawBack` of the same key: the money did not go back after all. Idempotent. */
export async function giveBack(
  { clock }: Context,
  tx: Db,
  given: Omit<Return, "amountMinor">,
): Promise<void> {
  const { payment, reference } = given;
  const ledger = { db: tx, clock };
  const description = describe({ ...given, amountMinor: 0n });
  for (const { lotKey } of await readPaidLots(tx, payment)) {
    const revocationKey = keyOf(given, lotKey);
    const key = `${revocationKey}:restore`;
    const change = { userId: payment.userId, revocationKey, key, reference, description };
    await restoreCredits(ledger, change).catch((error: unknown) => {
      if (!isUntouched(error)) throw error; // a lot on which nothing of this return fell
    });
  }
}
