import { packs } from "@/lib/catalog/catalog";
import type { Books } from "../books/books";
import { buyPack, type Pack } from "../facts/buy-pack";
import { expiredCard, noFunds } from "../facts/decline";
import { dispute } from "../facts/dispute";
import { refund } from "../facts/pay-back";
import { PlanLife } from "../facts/plan-life";
import type { Choice } from "../facts/plan-terms";
import { addMonths } from "@/lib/shared/add-months";
import { addDays } from "../story-time";
import { giveUpAccount, askDeletion } from "./deleted-account";
import { givePlan } from "./given-plan";
import { becomeCustomer, type Member } from "./member";
import { work } from "./work";

const [pack100, pack500, pack1000] = packs;
const basic: Choice = { plan: "plan_basic", interval: "month" };
const pro: Choice = { plan: "plan_pro", interval: "month" };

type Story = (books: Books, member: Member) => void;

/** What must be there on every day that the demo is started: how long ago they joined, and their story. */
export interface Special {
  daysAgo: number;
  currency?: "eur";
  tell: Story;
}

interface Bought {
  daysAgo: number;
  pack: Pack;
  until?: Date;
}

function buy(books: Books, member: Member, { daysAgo, pack, until = books.now }: Bought) {
  const at = addDays(books.now, -daysAgo);
  becomeCustomer(books, member, at);
  const name = `${member.name}_${daysAgo}`;
  const payment = buyPack(books, member, { at, name, pack });
  work(books, member, { from: at, until, perWeek: 1.5, longestText: 20_000 });
  return { payment, name };
}

interface Started extends Choice {
  daysAgo: number;
  months: number;
  until?: Date;
}

/** A plan that began so many months ago, on the day whose monthly return was `daysAgo` days ago. */
function subscribe(books: Books, member: Member, { daysAgo, months, until = books.now, ...choice }: Started) {
  const at = addMonths(addDays(books.now, -daysAgo), -months);
  becomeCustomer(books, member, at);
  work(books, member, { from: at, until, perWeek: 2.4, longestText: 60_000 });
  return new PlanLife(books, member, { at, name: `${member.name}_a`, ...choice });
}

function disputed(
  pack: Pack,
  daysAgo: number,
  outcome: { status: "won" | "lost"; daysAgo: number } | null,
): Story {
  return (books, member) => {
    const at = addDays(books.now, -daysAgo);
    const until = outcome?.status === "lost" ? at : books.now;
    const { payment, name } = buy(books, member, { daysAgo: daysAgo + 9, pack, until });
    const end = outcome && { status: outcome.status, at: addDays(books.now, -outcome.daysAgo) };
    const reason = outcome?.status === "won" ? "product_not_received" : "fraudulent";
    dispute(books, payment, { at, name, reason, outcome: end });
    if (outcome?.status === "lost") member.row.suspendedAt = addDays(books.now, -outcome.daysAgo + 1);
  };
}

function renewals(books: Books, plan: PlanLife, last: Parameters<PlanLife["renew"]>[0]): void {
  const { now } = books;
  while (plan.lives && addMonths(plan.renewsAt, 1) <= now) plan.renew();
  if (plan.lives && plan.renewsAt <= now) plan.renew(last);
}

const pastDue =
  (daysAgo: number, choice: Choice): Story =>
  (books, member) => {
    const plan = subscribe(books, member, { daysAgo, months: 4, ...choice });
    renewals(books, plan, { declines: [noFunds, noFunds, expiredCard, expiredCard], recovers: false });
  };

/** Its fourth try worked. */
const recovered: Story = (books, member) => {
  const plan = subscribe(books, member, { daysAgo: 22, months: 5, ...pro });
  renewals(books, plan, { declines: [noFunds, noFunds, noFunds], recovers: true });
};

const refunded =
  (pack: Pack, daysAgo: number, back: { after: number; amountMinor?: bigint; note?: string }): Story =>
  (books, member) => {
    const { payment, name } = buy(books, member, { daysAgo, pack });
    const { after, ...story } = back;
    refund(books, payment, { at: addDays(books.now, -daysAgo + after), name, ...story });
  };

/** A whole year was paid back when it had hardly begun. */
const yearReturned: Story = (books, member) => {
  const plan = subscribe(books, member, { daysAgo: 70, months: 0, plan: "plan_basic", interval: "year" });
  const at = addDays(books.now, -62);
  plan.end(at);
  const [payment] = plan.payments;
  if (payment) refund(books, payment, { at, name: `${member.name}_year`, note: "Bought by mistake" });
};

const planned =
  (tell: (plan: PlanLife, at: Date) => void): Story =>
  (books, member) => {
    const plan = subscribe(books, member, { daysAgo: 12, months: 6, ...pro });
    renewals(books, plan, undefined);
    tell(plan, addDays(books.now, -2));
  };

const cameBack: Story = (books, member) => {
  const plan = subscribe(books, member, { daysAgo: 9, months: 7, ...basic });
  plan.renew();
  plan.cancelAtEnd(addDays(plan.renewsAt, -4), "too_expensive");
  plan.renew();
  const at = addMonths(plan.renewsAt, 3);
  const again = new PlanLife(books, member, { at, name: `${member.name}_b`, ...pro });
  renewals(books, again, undefined);
};

const inEuro =
  (choice: Choice, months: number): Story =>
  (books, member) => {
    renewals(books, subscribe(books, member, { daysAgo: 15, months, ...choice }), undefined);
  };

const leftForGood: Story = (books, member) => {
  const plan = subscribe(books, member, { daysAgo: 5, months: 9, until: addDays(books.now, -220), ...basic });
  plan.renew();
  plan.cancelAtEnd(addDays(plan.renewsAt, -6), "unused");
  plan.renew();
  giveUpAccount(books, member, addDays(plan.renewsAt, 40));
};

/** In the order of their sign-ups. */
export const specials: readonly Special[] = [
  { daysAgo: 330, tell: leftForGood },
  { daysAgo: 300, currency: "eur", tell: inEuro(basic, 9) },
  { daysAgo: 262, currency: "eur", tell: inEuro({ plan: "plan_pro", interval: "year" }, 7) },
  { daysAgo: 240, tell: cameBack },
  { daysAgo: 205, tell: disputed(pack500, 160, { status: "lost", daysAgo: 121 }) },
  { daysAgo: 200, tell: planned((plan, at) => plan.planChange(at, basic)) },
  { daysAgo: 199, tell: planned((plan, at) => plan.cancelAtEnd(at, "missing_features")) },
  { daysAgo: 188, tell: recovered },
  {
    daysAgo: 175,
    tell: refunded(pack1000, 150, { after: 38, amountMinor: 3_000n, note: "Half of it was not needed" }),
  },
  { daysAgo: 168, currency: "eur", tell: inEuro(pro, 4) },
  { daysAgo: 150, tell: disputed(pack1000, 130, { status: "won", daysAgo: 96 }) },
  { daysAgo: 140, tell: pastDue(2, pro) },
  { daysAgo: 137, tell: pastDue(5, basic) },
  { daysAgo: 135, tell: pastDue(10, basic) },
  { daysAgo: 120, currency: "eur", tell: refunded(pack500, 80, { after: 30 }) },
  {
    daysAgo: 110,
    tell: (books, member) => givePlan(books, member, { daysAgo: 100, months: 12, plan: "plan_pro" }),
  },
  {
    daysAgo: 104,
    tell: (books, member) => givePlan(books, member, { daysAgo: 95, months: 2, plan: "plan_basic" }),
  },
  { daysAgo: 90, currency: "eur", tell: inEuro(basic, 2) },
  { daysAgo: 75, tell: yearReturned },
  { daysAgo: 61, currency: "eur", tell: refunded(pack100, 50, { after: 2 }) },
  { daysAgo: 45, tell: refunded(pack500, 40, { after: 12, amountMinor: 1_000n }) },
  { daysAgo: 30, tell: disputed(pack1000, 3, null) },
  { daysAgo: 26, tell: askDeletion },
];
