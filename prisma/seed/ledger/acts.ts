import { defaultPriority } from "@/lib/credits/policy";
import type { Answer, Step } from "../books/steps";
import {
  append,
  earliest,
  lapse,
  least,
  ownKey,
  settle,
  spendable,
  type AccountState,
  type EntryState,
  type LotState,
} from "./account";

/** What each kind of step does to an account, as the function of the database with the same name does it. */
type Act<Name extends Step["act"]> = (account: AccountState, step: Extract<Step, { act: Name }>) => Answer;

const refused = (outcome: string): Answer => ({
  ...{ outcome, deltaMilli: 0n, balanceAfterMilli: 0n, touched: [], kinds: [] },
});

function told({ lots }: AccountState, { deltaMilli, balanceAfterMilli, touched }: EntryState): Answer {
  const numbers = touched.filter((_, index) => index % 2 === 0);
  const kinds = numbers.map((no) => lots[Number(no) - 1]?.kind ?? null);
  return { outcome: "done", deltaMilli, balanceAfterMilli, touched, kinds };
}

function requireLot({ lots }: AccountState, lotKey: string): LotState {
  const lot = lots.find(({ sourceKey }) => sourceKey === lotKey);
  if (!lot) throw new Error(`There is no lot ${lotKey}.`);
  return lot;
}

/** Later grants repay the oldest debt first. */
function repay({ lots }: AccountState, amountMilli: bigint): void {
  let left = amountMilli;
  for (const lot of lots) {
    const part = least(left, lot.debtMilli);
    lot.debtMilli -= part;
    lot.repaidMilli += part;
    left -= part;
  }
}

const grant: Act<"grant"> = (account, step) => {
  const { at, userId, key, kind, creditsMilli, costMinor = 0n, currency, reference, description } = step;
  settle(account, at);
  const expiresAt = step.expiresAt ?? null;
  const toDebtMilli = expiresAt && expiresAt <= at ? 0n : least(account.debtMilli, creditsMilli);
  const remainingMilli = creditsMilli - toDebtMilli;
  account.lotCount += 1;
  if (remainingMilli > 0n) account.nextDueAt = earliest(account.nextDueAt, expiresAt);
  const lot: LotState = {
    ...{ userId, no: account.lotCount, kind, priority: defaultPriority(kind), amountMilli: creditsMilli },
    ...{
      remainingMilli,
      heldMilli: 0n,
      expiredMilli: 0n,
      clawedMilli: 0n,
      claimedMilli: 0n,
      waivedMilli: 0n,
    },
    ...{
      debtMilli: 0n,
      repaidMilli: 0n,
      toDebtMilli,
      returnedMinor: 0n,
      costMinor,
      costCurrency: currency ?? null,
    },
    ...{ open: remainingMilli > 0n, effectiveAt: step.effectiveAt ?? at, expiresAt, frozenAt: null },
    ...{ createdAt: at, sourceKey: key, description },
  };
  account.lots.push(lot);
  repay(account, toDebtMilli);
  const touched = toDebtMilli > 0n ? [0n, toDebtMilli] : [];
  if (remainingMilli > 0n) touched.push(BigInt(lot.no), remainingMilli);
  const entry = append(account, { at, key, reason: "grant", touched, reference, description });
  lapse(account, lot, at);
  return told(account, entry);
};

const hold: Act<"hold"> = (account, { at, userId, key, creditsMilli, expiresAt, reference, description }) => {
  settle(account, at);
  const parts: bigint[] = [];
  const picked: [LotState, bigint][] = [];
  let missing = creditsMilli;
  for (const lot of spendable(account, at)) {
    const part = least(missing, lot.remainingMilli - lot.heldMilli);
    if (part > 0n) picked.push([lot, part]);
    missing -= part;
  }
  if (missing > 0n) return refused("insufficient");
  for (const [lot, part] of picked) {
    lot.heldMilli += part;
    parts.push(BigInt(lot.no), part);
  }
  const entry = append(account, { at, key, reason: "hold", touched: parts, reference, description });
  account.holds.set(key, {
    ...{
      userId,
      seq: account.seq,
      amountMilli: creditsMilli,
      capturedMilli: 0n,
      settledSeq: null,
      expiresAt,
    },
    ...{ createdAt: at, settledAt: null, status: "open", parts, reference, description },
  });
  account.nextDueAt = earliest(account.nextDueAt, expiresAt);
  return told(account, entry);
};

/** All of it is taken, or goes back to exactly the lots that it came from. */
const end: Act<"capture" | "release"> = (account, { act, at, key }) => {
  settle(account, at);
  const held = account.holds.get(key);
  if (!held) return refused("unknown_hold");
  const captured = act === "capture";
  const touched: bigint[] = [];
  const lots: LotState[] = [];
  for (let index = 0; index < held.parts.length; index += 2) {
    const [no = 0n, part = 0n] = held.parts.slice(index, index + 2);
    const lot = account.lots[Number(no) - 1];
    if (!lot || lot.claimedMilli > 0n) throw new Error("A story took back what running work had reserved.");
    lot.heldMilli -= part;
    if (captured) lot.remainingMilli -= part;
    lot.open = lot.remainingMilli > 0n;
    touched.push(no, captured ? -part : part);
    lots.push(lot);
  }
  const { reference, description, seq } = held;
  const line = { at, key: ownKey("settle", seq), touched, reference, description };
  const entry = append(account, { ...line, reason: act });
  Object.assign(held, {
    ...{ status: captured ? "captured" : "released", capturedMilli: captured ? held.amountMilli : 0n },
    ...{ settledAt: at, settledSeq: account.seq },
  });
  for (const lot of lots) lapse(account, lot, at);
  return told(account, entry);
};

const share = (amount: bigint, part: bigint, whole: bigint) => (whole === 0n ? 0n : (amount * part) / whole);

const revoke: Act<"revoke"> = (account, step) => {
  const { at, userId, key, lotKey, costMinor: requestMinor, reference, description } = step;
  settle(account, at);
  const lot = requireLot(account, lotKey);
  const { amountMilli, costMinor, returnedMinor: before } = lot;
  const returnedMinor = least(requestMinor, costMinor - before);
  const gone = lot.clawedMilli + lot.claimedMilli + lot.waivedMilli + lot.debtMilli + lot.repaidMilli;
  const worth = share(amountMilli, before + returnedMinor, costMinor) - share(amountMilli, before, costMinor);
  const creditsMilli = least(amountMilli - gone, worth);
  const clawed = least(creditsMilli, lot.remainingMilli - lot.heldMilli);
  const waived = least(creditsMilli - clawed, lot.expiredMilli - lot.waivedMilli);
  const claimed = least(creditsMilli - clawed - waived, lot.heldMilli - lot.claimedMilli);
  const owed = creditsMilli - clawed - waived - claimed;
  lot.remainingMilli -= clawed;
  lot.open = lot.remainingMilli > 0n;
  lot.clawedMilli += clawed;
  lot.waivedMilli += waived;
  lot.claimedMilli += claimed;
  lot.debtMilli += owed;
  lot.returnedMinor += returnedMinor;
  const touched = [BigInt(lot.no), -clawed, ...(owed > 0n ? [0n, -owed] : [])];
  const entry = append(account, { at, key, reason: "revoke", touched, reference, description });
  const { no: lotNo } = lot;
  const request = { requestMinor, requestMilli: 0n };
  account.revocations.push({ userId, seq: account.seq, lotNo, returnedMinor, creditsMilli, ...request });
  return told(account, entry);
};

const freeze: Act<"freeze" | "unfreeze"> = (account, { act, at, key, lotKey, reference, description }) => {
  settle(account, at);
  const lot = requireLot(account, lotKey);
  lot.frozenAt = act === "freeze" ? (lot.frozenAt ?? at) : null;
  const touched = [BigInt(lot.no), lot.remainingMilli - lot.heldMilli];
  return told(account, append(account, { at, key, reason: act, touched, reference, description }));
};

const look: Act<"settle"> = (account, { at }) => {
  settle(account, at);
  const free = spendable(account, at).map(({ remainingMilli, heldMilli }) => remainingMilli - heldMilli);
  return { ...refused("settled"), balanceAfterMilli: free.reduce((sum, amount) => sum + amount, 0n) };
};

/** Lets one step happen. */
export function play(account: AccountState, step: Step): Answer {
  switch (step.act) {
    case "grant":
      return grant(account, step);
    case "hold":
      return hold(account, step);
    case "capture":
    case "release":
      return end(account, step);
    case "revoke":
      return revoke(account, step);
    case "freeze":
    case "unfreeze":
      return freeze(account, step);
    case "settle":
      return look(account, step);
  }
}
