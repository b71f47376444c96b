import type { ImpliedPayment } from "./implied";
import type { LotRow } from "./ours";
import type { ImpliedLot } from "./plan-lots";

const abs = (value: bigint) => (value < 0n ? -value : value);
const seconds = (date: Date | null) => (date ? date.getTime() / 1_000 : null);

function compareLot(who: string, implied: ImpliedLot, lot: LotRow | undefined): string[] {
  if (!lot) return [`${who} lacks ${implied.creditsMilli} in lot ${implied.key}`];
  const told: string[] = [];
  const say = (what: string, stripe: unknown, ours: unknown) =>
    told.push(`${who} lot ${implied.key} ${what}: Stripe implies ${String(stripe)}, we have ${String(ours)}`);
  if (abs(lot.amount - implied.creditsMilli) > 1n) say("credits", implied.creditsMilli, lot.amount);
  if (seconds(lot.endsAt) !== implied.endsAt) say("end", implied.endsAt, seconds(lot.endsAt));
  if (implied.startsAt !== null && seconds(lot.startsAt) !== implied.startsAt)
    say("beginning", implied.startsAt, seconds(lot.startsAt));
  return told;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

/** The lots of a payment share its money, and what of it went back, in proportion to their credits and costs. */
function compareMoney(who: string, payment: ImpliedPayment, lots: readonly LotRow[]): string[] {
  if (lots.length === 0) return [];
  const told: string[] = [];
  const credits = sum(lots.map(({ amount }) => amount));
  const cost = sum(lots.map(({ costMinor }) => costMinor));
  if (cost !== payment.amountMinor)
    told.push(`${who} ${payment.intentId}: lots cost ${cost}, paid were ${payment.amountMinor}`);
  for (const { key, amount, costMinor } of lots) {
    const fair = (payment.amountMinor * amount) / credits;
    if (abs(fair - costMinor) > 1n) told.push(`${who} lot ${key} costs ${costMinor}, fair were ${fair}`);
  }
  const taken = payment.takenMinor < payment.amountMinor ? payment.takenMinor : payment.amountMinor;
  const returned = sum(lots.map(({ returnedMinor }) => returnedMinor));
  if (returned !== taken)
    told.push(`${who} ${payment.intentId}: Stripe took ${taken} back, our lots gave back ${returned}`);
  const slack = 1n + BigInt(payment.failedReturns);
  for (const { key, costMinor, returnedMinor } of lots) {
    const fair = payment.amountMinor === 0n ? 0n : (taken * costMinor) / payment.amountMinor;
    if (abs(fair - returnedMinor) > slack)
      told.push(`${who} lot ${key} gave back ${returnedMinor} of ${taken}, fair were ${fair}`);
  }
  return told;
}

function compareFreeze(
  who: string,
  payment: ImpliedPayment,
  { lot, now }: { lot: LotRow; now: number },
): string[] {
  const over = lot.remaining === 0n || (lot.endsAt !== null && lot.endsAt.getTime() / 1_000 <= now);
  if (over || (lot.frozenAt !== null) === payment.frozen) return [];
  return [
    `${who} lot ${lot.key} is ${payment.frozen ? "not frozen, but should be" : "frozen, but should not be"}`,
  ];
}

export function comparePayment(
  who: string,
  payment: ImpliedPayment,
  { lots, now }: { lots: readonly LotRow[]; now: number },
): string[] {
  const own = payment.lots.flatMap(({ key }) => lots.find((lot) => lot.key === key) ?? []);
  return [
    ...payment.lots.flatMap((implied) =>
      compareLot(
        who,
        implied,
        own.find(({ key }) => key === implied.key),
      ),
    ),
    ...compareMoney(who, payment, own),
    ...own.flatMap((lot) => compareFreeze(who, payment, { lot, now })),
  ];
}

export const compareFreeLots = (who: string, implied: readonly ImpliedLot[], lots: readonly LotRow[]) =>
  implied.flatMap((one) =>
    compareLot(
      who,
      one,
      lots.find(({ key }) => key === one.key),
    ),
  );

/** What a member who never spent may spend now. */
export function impliedBalance(
  payments: readonly ImpliedPayment[],
  lots: readonly LotRow[],
  now: number,
): bigint {
  let total = 0n;
  for (const lot of lots) {
    const payment = payments.find((one) => one.lots.some(({ key }) => key === lot.key));
    const begun = lot.startsAt.getTime() / 1_000 <= now;
    const over = lot.endsAt !== null && lot.endsAt.getTime() / 1_000 <= now;
    if (!begun || over || payment?.frozen) continue;
    const gone = lot.costMinor === 0n ? 0n : (lot.amount * lot.returnedMinor) / lot.costMinor;
    total += lot.amount - gone;
  }
  return total;
}
