import { plans } from "@/lib/catalog/catalog";
import { addMonths } from "@/lib/shared/add-months";
import { toMilli } from "@/lib/shared/credits";
import type { Books } from "../books/books";
import { adminId } from "../demo-people";
import { grant } from "../facts/grant";
import type { Choice } from "../facts/plan-terms";
import { seededId } from "../seeded-id";
import { addDays } from "../story-time";
import type { Member } from "./member";
import { work } from "./work";

interface Gift {
  plan: Choice["plan"];
  daysAgo: number;
  months: number;
}

/** A plan on the house: each month that has begun brought its credits. */
export function givePlan(books: Books, member: Member, { plan: planKey, daysAgo, months }: Gift): void {
  const { now } = books;
  const plan = plans.find(({ key }) => key === planKey) ?? plans[0];
  const [startsAt, userId] = [addDays(now, -daysAgo), member.userId];
  const endsAt = addMonths(startsAt, months);
  const id = seededId(`gift ${member.name}`, startsAt);
  const creditsMilli = toMilli(plan.creditsPerMonth);
  let month = 0;
  for (; month < months && addMonths(startsAt, month) <= now; month += 1) {
    const [at, expiresAt, key] = [
      addMonths(startsAt, month),
      addMonths(startsAt, month + 1),
      `comp:${id}:${month}`,
    ];
    grant(books, {
      ...{ at, userId, key, reference: key, kind: "subscription", creditsMilli, effectiveAt: at, expiresAt },
      description: `${plan.name}, on us`,
    });
  }
  books.givenPlans.push({
    ...{ id, userId, givenBy: adminId(now), planKey, planName: plan.name, monthlyMilli: creditsMilli },
    ...{ reason: "A school that teaches with it", startsAt, endsAt, grantedPeriods: month },
    ...{
      dueAt: month < months ? addMonths(startsAt, month) : endsAt,
      endedAt: endsAt <= now ? endsAt : null,
    },
  });
  work(books, member, {
    from: startsAt,
    until: endsAt < now ? endsAt : now,
    perWeek: 3,
    longestText: 60_000,
  });
}
