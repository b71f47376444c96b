import type { Prisma } from "@/lib/db";
import type { PlanTerms } from "@/lib/catalog/types";
import type { Period } from "@/lib/ports/subscription-gateway";
import { addMonths } from "@/lib/shared/add-months";
import type { Books } from "../books/books";
import { seededId } from "../seeded-id";
import { addDays, wholeSecond } from "../story-time";
import type { Decline } from "./decline";
import { bill, type BilledLine } from "./invoice";
import type { Person } from "./person";
import { termsOf, type Choice } from "./plan-terms";
import type { PaymentRow, Try } from "./record-payment";

type Row = Prisma.SubscriptionCreateManyInput & { id: string; periodStartsAt: Date; periodEndsAt: Date };

/** Days from each refused renewal to the next try. */
const retryDays = [3, 5, 7];

interface Beginning extends Choice {
  at: Date;
  /** Unique in the seed; part of what Stripe would have called it. */
  name: string;
  /** From a renewal's instant to its charge: Stripe lets an invoice lie for an hour. */
  chargeAfterMs?: number;
}

const hour = 3_600_000;

/** What is due, whose bank refused it so often; `recovers`: the next try worked. */
interface Trouble {
  declines: readonly Decline[];
  recovers: boolean;
}

/** One subscription from its first day on, told act by act in the order of time. What lies ahead of now is not told. */
export class PlanLife {
  readonly payments: PaymentRow[] = [];
  readonly #row: Row;
  readonly #chargeAfterMs: number;
  #terms: PlanTerms;
  #anchor: { at: Date; periods: number };
  #next: PlanTerms | null = null;
  #bills = 0;
  #changedAt = new Date(0);

  constructor(
    private readonly books: Books,
    private readonly person: Person,
    { at: begins, name, chargeAfterMs = hour + 60_000, ...choice }: Beginning,
  ) {
    const at = wholeSecond(begins);
    this.name = name;
    this.#chargeAfterMs = chargeAfterMs;
    this.#terms = termsOf(books, person, choice);
    this.#anchor = { at, periods: 0 };
    this.#row = {
      ...{
        id: seededId(`plan ${name}`, at),
        userId: person.userId,
        stripeSubscriptionId: `sub_seed_${name}`,
      },
      ...{ stripeItemId: `si_seed_${name}`, currency: person.currency, status: "active", startedAt: at },
      ...{ periodStartsAt: at, periodEndsAt: this.#periodAfter(at).endsAt, syncSeq: 0n, updatedAt: at },
      ...this.#columns(),
    };
    books.subscriptions.push(this.#row);
    this.#record(at);
    this.#bill("subscription_create", at, [this.#wholePeriod()], [{ at, decline: null }]);
  }

  readonly name: string;

  get renewsAt(): Date {
    return this.#row.periodEndsAt;
  }

  /** When it was last other than before. */
  get changedAt(): Date {
    return this.#changedAt;
  }

  get lives(): boolean {
    return this.#row.status !== "canceled";
  }

  get choice(): Choice {
    return {
      plan: this.#terms.planKey === "plan_pro" ? "plan_pro" : "plan_basic",
      interval: this.#terms.interval,
    };
  }

  /** The next period begins, with what was planned for it; a plan that was canceled ends instead. */
  renew(trouble: Trouble = { declines: [], recovers: true }): void {
    const at = this.renewsAt;
    if (at > this.books.now) return;
    if (this.#row.cancelsAt) {
      this.end(at);
      return;
    }
    this.#moveOn(at);
    const firstAt = new Date(at.getTime() + this.#chargeAfterMs);
    const { tries, nextAt, givenUpAt } = this.#collect(firstAt, trouble);
    const [first, ...others] = tries;
    if (!first) return;
    const last = others.at(-1) ?? first;
    if (first.decline) this.#become("past_due", first.at);
    if (first.decline && !last.decline) this.#become("active", last.at);
    this.#bill("subscription_cycle", at, [this.#wholePeriod()], [first, ...others], nextAt);
    if (givenUpAt) this.end(givenUpAt);
  }

  /** Now, with the difference billed at once. */
  upgrade(when: Date, choice: Choice): void {
    const at = wholeSecond(when);
    const [old, period] = [this.#terms, this.#period()];
    const left = { startsAt: at, endsAt: period.endsAt };
    this.#terms = termsOf(this.books, this.person, choice);
    const unused = { terms: old, amountMinor: -shareOf(old, left, period), period: left, partOf: period };
    const sameRhythm = choice.interval === old.interval;
    if (!sameRhythm) {
      this.#anchor = { at, periods: 0 };
      Object.assign(this.#row, { periodStartsAt: at, periodEndsAt: this.#periodAfter(at).endsAt });
    }
    const rest = {
      terms: this.#terms,
      amountMinor: shareOf(this.#terms, left, period),
      period: left,
      partOf: period,
    };
    Object.assign(this.#row, this.#columns());
    this.#record(at);
    const lines = [unused, sameRhythm ? rest : this.#wholePeriod()];
    this.#bill("subscription_update", at, lines, [{ at, decline: null }]);
  }

  /** At the end of the period. */
  planChange(at: Date, choice: Choice): void {
    const next = termsOf(this.books, this.person, choice);
    this.#next = next;
    Object.assign(this.#row, {
      ...{ stripeScheduleId: `sub_sched_seed_${this.name}`, nextStripePriceId: next.stripePriceId },
      ...{ nextPlanKey: next.planKey, nextPlanName: next.planName, nextInterval: next.interval },
      ...{
        nextCreditsMilli: next.creditsMilli,
        nextAmountMinor: next.amountMinor,
        nextStartsAt: this.renewsAt,
      },
      updatedAt: at,
    });
  }

  cancelAtEnd(at: Date, cancelReason: string): void {
    Object.assign(this.#row, { cancelsAt: this.renewsAt, cancelReason });
    this.#record(at);
  }

  resume(at: Date): void {
    Object.assign(this.#row, { cancelsAt: null, cancelReason: null });
    this.#record(at);
  }

  end(at: Date): void {
    Object.assign(this.#row, { status: "canceled", endedAt: at, cancelsAt: null });
    this.#record(at);
  }

  #columns() {
    const { stripePriceId, planKey, planName, interval, creditsMilli, amountMinor } = this.#terms;
    return { stripePriceId, planKey, planName, interval, creditsMilli, amountMinor };
  }

  #period(): Period {
    return { startsAt: this.#row.periodStartsAt, endsAt: this.#row.periodEndsAt };
  }

  #periodAfter(startsAt: Date): Period {
    this.#anchor.periods += this.#terms.interval === "year" ? 12 : 1;
    return { startsAt, endsAt: addMonths(this.#anchor.at, this.#anchor.periods) };
  }

  #wholePeriod(): BilledLine {
    return { terms: this.#terms, amountMinor: this.#terms.amountMinor, period: this.#period() };
  }

  #moveOn(at: Date): void {
    const next = this.#next;
    this.#next = null;
    if (next) {
      this.#terms = next;
      Object.assign(this.#row, this.#columns(), {
        ...{ stripeScheduleId: null, nextStripePriceId: null, nextPlanKey: null, nextPlanName: null },
        ...{ nextInterval: null, nextCreditsMilli: null, nextAmountMinor: null, nextStartsAt: null },
      });
    }
    Object.assign(this.#row, {
      periodStartsAt: at,
      periodEndsAt: this.#periodAfter(at).endsAt,
      updatedAt: at,
    });
    if (next) this.#record(at);
  }

  /** Tries until it works or nobody tries any more, as far as time has come. */
  #collect(firstAt: Date, { declines, recovers }: Trouble) {
    const outcomes: (Decline | null)[] = recovers ? [...declines, null] : [...declines];
    const tries: Try[] = [];
    let at = firstAt;
    for (const [index, decline] of outcomes.entries()) {
      if (at > this.books.now) return { tries, nextAt: at, givenUpAt: null };
      tries.push({ at, decline });
      at = addDays(at, retryDays[index] ?? 0);
    }
    return { tries, nextAt: null, givenUpAt: recovers ? null : (tries.at(-1)?.at ?? null) };
  }

  #become(status: "active" | "past_due", at: Date): void {
    this.#row.status = status;
    this.#record(at);
  }

  #bill(...[reason, issuedAt, lines, tries, nextAttemptAt]: Billing): void {
    const number = this.#bills++;
    const name = `${this.name}_${String(number).padStart(2, "0")}`;
    const stripeNumber = `${this.name.replaceAll("_", "").toUpperCase()}-${String(number + 1).padStart(4, "0")}`;
    const subscription = { id: this.#row.id, stripeItemId: this.#row.stripeItemId };
    const story = { name, stripeNumber, subscription, reason, issuedAt, lines, tries };
    this.payments.push(bill(this.books, this.person, { ...story, nextAttemptAt: nextAttemptAt ?? null }));
  }

  /** What it is worth from now on. */
  #record(at: Date): void {
    const {
      id: subscriptionId,
      status,
      stripePriceId,
      planKey,
      interval,
      amountMinor,
      currency,
      cancelsAt,
    } = this.#row;
    this.#row.updatedAt = at;
    this.#changedAt = at;
    this.books.changes.push({
      ...{
        id: seededId(`change ${this.name} ${this.books.changes.length}`, at),
        subscriptionId,
        status,
        stripePriceId,
      },
      ...{ planKey: planKey ?? null, interval: interval ?? null, amountMinor, currency },
      ...{ cancelsAt: cancelsAt ?? null, occurredAt: at, recordedAt: at },
    });
  }
}

type Billing = [
  reason: Parameters<typeof bill>[2]["reason"],
  issuedAt: Date,
  lines: readonly BilledLine[],
  tries: readonly [Try, ...Try[]],
  nextAttemptAt?: Date | null,
];

/** What a part of a period costs, rounded to whole units. */
function shareOf({ amountMinor }: PlanTerms, part: Period, whole: Period): bigint {
  const [some, all] = [part, whole].map(({ startsAt, endsAt }) =>
    BigInt(endsAt.getTime() - startsAt.getTime()),
  );
  return some === undefined || !all ? 0n : (amountMinor * some + all / 2n) / all;
}
