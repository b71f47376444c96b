import type { Member } from "../play/member";
import { type Stage, toText } from "../play/stage";
import { compareFreeLots, comparePayment, impliedBalance } from "./compare-credits";
import { compareDocuments, compareMails } from "./compare-papers";
import {
  compareDisputes,
  compareEvents,
  comparePayments,
  comparePlanChanges,
  compareRefunds,
  compareSubscriptions,
} from "./compare-records";
import { readFacts, type Facts } from "./facts";
import { freeInvoices, impliedPayments, type ImpliedPayment } from "./implied";
import { readOurs, type Ours } from "./ours";
import { livingTwice, mayBeSurplus } from "./surplus";

export interface Comparison {
  differences: string[];
  figures: Record<string, number>;
}

interface Matter {
  stage: Stage;
  facts: Facts;
  ours: Ours;
  now: number;
  say: (line: string) => void;
}

/** Every spend is made once more under its key: the answer tells whether it happened. */
async function settleSpends(stage: Stage, member: Member, say: Matter["say"]): Promise<bigint> {
  let total = 0n;
  for (const spending of member.spendings.filter(({ state }) => state !== "refused")) {
    const { key, creditsMilli, state } = spending;
    const actor = stage.as(member);
    const answer = await stage.call(
      member.name,
      { name: "spendCredits", actor },
      { userId: member.userId, key, creditsMilli },
    );
    if (answer.outcome === "done") total += creditsMilli;
    if (state === "done" && !(answer.outcome === "done" && answer.value.replayed))
      say(`${member.name} ${key} was answered as done, and now is ${toText(answer)}`);
  }
  return total;
}

/** A second subscription that was ended and paid back brings nothing; the rules are Stripe's records alone. */
function isSurplus({ facts, ours, say }: Matter, subscriptionId: string | null): boolean {
  const row = ours.subscriptions.find(({ stripeId }) => stripeId === subscriptionId);
  const subscription = facts.subscriptions.find(({ id }) => id === subscriptionId);
  if (!row?.surplus || !subscription) return false;
  if (!mayBeSurplus(facts, subscription)) say(`${subscription.id} is called surplus, and is the only one`);
  return true;
}

function checkPaidBack({ facts, say }: Matter, payment: ImpliedPayment): void {
  const tried = facts.refunds
    .filter(({ payment_intent }) => payment_intent === payment.intentId)
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const contested = facts.disputes.some(({ payment_intent }) => payment_intent === payment.intentId);
  if (tried < payment.amountMinor && !contested)
    say(`${payment.intentId} paid a surplus subscription, and only ${tried} of it was paid back`);
}

async function compareMember(
  matter: Matter,
  member: Member,
  implied: readonly ImpliedPayment[],
): Promise<void> {
  const { stage, facts, ours, now, say } = matter;
  const { name, userId } = member;
  const lots = ours.lots.filter((lot) => lot.userId === userId);
  const own = implied.filter(({ customer }) => stage.customers.get(customer) === userId);
  const expected = new Set<string>();
  const counted: ImpliedPayment[] = [];
  for (const payment of own) {
    if (isSurplus(matter, payment.subscriptionId)) {
      checkPaidBack(matter, payment);
      continue;
    }
    counted.push(payment);
    for (const { key } of payment.lots) expected.add(key);
    comparePayment(name, payment, { lots, now }).forEach(say);
  }
  for (const free of freeInvoices(facts)) {
    if (stage.customers.get(free.customer) !== userId || isSurplus(matter, free.subscriptionId)) continue;
    for (const { key } of free.lots) expected.add(key);
    compareFreeLots(name, free.lots, lots).forEach(say);
  }
  for (const { key, amount } of lots) {
    if (!expected.has(key) && !(member.spends && key.endsWith(":restore")))
      say(`${name} has ${amount} in lot ${key}, which nothing in Stripe implies`);
  }
  const spent = await settleSpends(stage, member, say);
  if (!member.spends) {
    const balance = await stage.world.app.call("getBalance", null, userId);
    const total = balance.outcome === "done" ? balance.value.totalMilli : toText(balance);
    const should = impliedBalance(counted, lots, now);
    if (total !== should) say(`${name} has ${String(total)} to spend, Stripe implies ${should}`);
    return;
  }
  const after = (await readOurs(stage.world.databaseUrl)).spent.find((row) => row.userId === userId);
  if ((after?.spent ?? 0n) !== spent) say(`${name} spent ${spent}, the ledger says ${after?.spent ?? 0n}`);
}

/** Holds what the app has written down against what Stripe's own records imply. */
export async function compare(stage: Stage): Promise<Comparison> {
  const differences: string[] = [];
  const say = (line: string) => differences.push(line);
  for (const member of stage.members) await stage.customersOf(member);
  const facts = await readFacts(stage.world.stripe);
  const ours = await readOurs(stage.world.databaseUrl);
  const matter: Matter = { stage, facts, ours, now: stage.world.now(), say };
  const implied = impliedPayments(facts, stage.keptRefunds);
  for (const member of stage.members) await compareMember(matter, member, implied);
  comparePayments(ours, facts, { implied, say });
  compareRefunds(ours, facts, say);
  compareDisputes(ours, facts, say);
  compareSubscriptions(ours, facts, say);
  livingTwice(facts).forEach(say);
  compareEvents(ours, facts, say);
  compareDocuments(ours, say);
  compareMails(stage.world, ours, { facts, say });
  comparePlanChanges(ours, facts, say);
  const ledger = await stage.world.app.call("verifyLedger", null);
  if (ledger.outcome !== "done") say(`the ledger could not be verified: ${toText(ledger)}`);
  else for (const drift of ledger.value.differences) say(`the ledger drifts: ${toText(drift)}`);
  const { length: payments } = implied;
  const figures = {
    events: facts.events.length,
    payments,
    subscriptions: facts.subscriptions.length,
    refunds: facts.refunds.length,
    disputes: facts.disputes.length,
    lots: ours.lots.length,
    mails: ours.mails.length,
  };
  return { differences, figures };
}
