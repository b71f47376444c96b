import type { Books } from "../books/books";
import type { Chance } from "../chance";
import { declines, type Decline } from "../facts/decline";
import { refund } from "../facts/pay-back";
import { PlanLife } from "../facts/plan-life";
import type { Choice } from "../facts/plan-terms";
import { addDays } from "../story-time";
import { becomeCustomer, type Member } from "./member";
import { buyOne } from "./pack-buyer";
import { work } from "./work";
import { inOfficeHours } from "./working-days";

const reasons = ["too_expensive", "unused", "missing_features", "switched_service", "other"] as const;
const pro: Choice = { plan: "plan_pro", interval: "month" };
const basic: Choice = { plan: "plan_basic", interval: "month" };

function choose(chance: Chance): Choice {
  const plan = chance.next() < 0.3 ? "plan_pro" : "plan_basic";
  return { plan, interval: chance.next() < 0.14 ? "year" : "month" };
}

/** Some renewals are refused at first, and most of those work later. */
function troubleOf(chance: Chance): { declines: Decline[]; recovers: boolean } {
  if (chance.next() >= 0.055) return { declines: [], recovers: true };
  const decline = chance.pick(declines);
  const recovers = chance.next() < 0.72;
  return { declines: Array.from({ length: recovers ? chance.between(1, 3) : 4 }, () => decline), recovers };
}

/** What somebody does with their plan within one period, before it renews. */
function act(books: Books, plan: PlanLife, chance: Chance): void {
  const at = addDays(plan.renewsAt, -chance.between(2, 26) - chance.next());
  const { plan: which, interval } = plan.choice;
  const fate = chance.next();
  if (at > books.now || at <= plan.changedAt || interval === "year") return;
  if (fate < 0.09) plan.cancelAtEnd(at, chance.pick(reasons));
  else if (fate < 0.105) {
    plan.cancelAtEnd(at, chance.pick(reasons));
    if (addDays(at, 1) < books.now) plan.resume(addDays(at, 1));
  } else if (which === "plan_basic" && fate < 0.15) plan.upgrade(at, pro);
  else if (which === "plan_pro" && fate < 0.15) plan.planChange(at, basic);
  else if (fate < 0.165) plan.upgrade(at, { plan: which, interval: "year" });
}

/** One plan from its beginning until it ends, or until now. @returns when the last of its periods ended */
function live(books: Books, member: Member, { at, name }: { at: Date; name: string }): Date {
  const { chance } = member;
  const choice = choose(chance);
  becomeCustomer(books, member, at);
  const plan = new PlanLife(books, member, { at, name, ...choice });
  let from = at;
  let packs = 0;
  while (plan.lives) {
    const perWeek = plan.choice.plan === "plan_pro" ? 4.2 : 2.4;
    act(books, plan, chance);
    const until = plan.renewsAt < books.now ? plan.renewsAt : books.now;
    work(books, member, { from, until, perWeek, longestText: 60_000 });
    if (chance.next() < 0.05) {
      packs += 1;
      const midway = new Date((from.getTime() + until.getTime()) / 2);
      buyOne(books, member, { at: midway, number: (name.endsWith("_b") ? 20 : 10) + packs });
    }
    from = plan.renewsAt;
    if (from > books.now) break;
    plan.renew(troubleOf(chance));
    const paid = plan.payments.at(-1);
    if (paid?.paidAt && chance.next() < 0.012)
      refund(books, paid, { at: addDays(paid.paidAt, 3.4), name: paid.stripePaymentIntentId.slice(8) });
  }
  return from;
}

/** Somebody with a plan; a few of those who leave come back. */
export function tellSubscriber(books: Books, member: Member): void {
  const { chance, joinedAt } = member;
  if (chance.next() < 0.25) buyOne(books, member, { at: addDays(joinedAt, 0.2), number: 1 });
  const at = inOfficeHours(addDays(joinedAt, 1 + chance.next() * 12), chance);
  if (at > books.now) return;
  const left = live(books, member, { at, name: `${member.name}_a` });
  const back = inOfficeHours(addDays(left, chance.between(18, 60)), chance);
  if (chance.next() < 0.4 && back < books.now) live(books, member, { at: back, name: `${member.name}_b` });
}
