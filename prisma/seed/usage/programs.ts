import { apiScopes } from "@/lib/api-keys/types";
import { planQuotas } from "@/lib/quotas/types";
import type { Books } from "../books/books";
import { createChance, type Chance } from "../chance";
import { seededId } from "../seeded-id";
import { addDays } from "../story-time";
import { addCall, addCallOfRun } from "./api-call";
import { daysBetween, manyOn, minuteOf, timesOn, workingDayBefore } from "./days";

/** What somebody's programs do. */
interface Program {
  userId: string;
  /** Of the key. */
  name: string;
  daysAgo: number;
  callsPerWorkingDay: number;
  /** Of their runs since then, how many are made by it. */
  ofRuns: number;
  /** Days ago, or the working day before, on which it called thirty times as often. */
  bursts?: readonly number[];
  /** Days ago on which it called as fast as it may, and was stopped. */
  stopped?: readonly number[];
}

/** Nobody can have its secret: what is kept is no hash. */
function addKey(books: Books, { userId, name }: Program, createdAt: Date): string {
  const id = seededId(`key ${userId} ${name}`, createdAt);
  books.apiKeys.push({
    ...{ id, userId, name, prefix: "qs_test_", lastFour: id.slice(-4), secretHash: `seed ${id}` },
    ...{ scopes: [...apiScopes], createdAt, lastUsedAt: null },
  });
  return id;
}

/** Asks for a run's state over and over: a minute full of calls, and some more that were refused. */
function stopOnce(books: Books, { userId, apiKeyId, day }: { userId: string; apiKeyId: string; day: Date }) {
  const limit = planQuotas.free.api_calls_per_minute ?? 0n;
  const startsAt = minuteOf(addDays(day, 14.3 / 24));
  if (addDays(startsAt, 0.01) > books.now) return;
  const callAt = (number: number) => new Date(startsAt.getTime() + 900 + number * 610);
  for (let number = 0; number < Number(limit); number += 1)
    addCall(books, { userId, apiKeyId, at: callAt(number), subject: "getRun", durationMs: 6 });
  const [firstAt, lastAt] = [callAt(Number(limit)), callAt(Number(limit) + 13)];
  books.hits.push({ userId, kind: "api_calls_per_minute", startsAt, limit, hits: 14, firstAt, lastAt });
}

const usualDays = 28;

/** Finds, on the evening of a day, that it had far more calls than those before. */
function noteSpike(books: Books, userId: string, day: Date): void {
  const endsAt = addDays(day, 20 / 24);
  const startsAt = addDays(endsAt, -1);
  const isIn = (at: Date, from: Date, until: Date) => at >= from && at < until;
  const callsIn = (from: Date, until: Date) =>
    BigInt(books.apiCalls.filter((call) => call.userId === userId && isIn(call.at, from, until)).length);
  const creditsIn = (from: Date, until: Date) =>
    books.runs.reduce(
      (sum, run) =>
        run.userId === userId && isIn(new Date(run.createdAt), from, until)
          ? sum + BigInt(run.chargedMilli ?? 0)
          : sum,
      0n,
    );
  const before = [addDays(startsAt, -usualDays), startsAt] as const;
  books.spikes.push({
    ...{ userId, day, endsAt, foundAt: addDays(endsAt, 0.002), creditsRose: false, callsRose: true },
    ...{
      creditsMilli: creditsIn(startsAt, endsAt),
      usualCreditsMilli: creditsIn(...before) / BigInt(usualDays),
    },
    ...{ calls: callsIn(startsAt, endsAt), usualCalls: callsIn(...before) / BigInt(usualDays) },
  });
}

function tellProgram(books: Books, program: Program, chance: Chance): void {
  const { now } = books;
  const { userId, daysAgo, callsPerWorkingDay, ofRuns, bursts = [], stopped = [] } = program;
  const user = books.users.find(({ id }) => id === userId);
  const joinedAt = new Date(user?.createdAt ?? now);
  const wanted = addDays(now, -daysAgo);
  const createdAt = wanted > joinedAt ? wanted : addDays(joinedAt, 0.1);
  if (createdAt > now) return;
  const apiKeyId = addKey(books, program, createdAt);
  const days = daysBetween(addDays(createdAt, 1), now);
  const busiest = new Set(bursts.map((ago) => workingDayBefore(addDays(now, -ago)).getTime()));
  for (const [number, day] of days.entries()) {
    const ago = days.length - 1 - number;
    const times = busiest.has(day.getTime()) ? 32 : 1;
    const count = times * manyOn(day, { perWorkingDay: callsPerWorkingDay, now }, chance);
    for (const at of timesOn(day, { count, now }, chance)) addCall(books, { userId, apiKeyId, at, chance });
    if (stopped.includes(ago)) stopOnce(books, { userId, apiKeyId, day });
  }
  for (const run of books.runs) {
    if (run.userId !== userId || new Date(run.createdAt) <= createdAt || chance.next() >= ofRuns) continue;
    addCallOfRun(books, { run, apiKeyId, chance });
  }
  for (const time of busiest) noteSpike(books, userId, new Date(time));
}

/** Those with a live plan, the oldest first. */
function subscribersOf(books: Books, planKey: string): string[] {
  const live = books.subscriptions.filter((one) => one.planKey === planKey && one.status === "active");
  const oldestFirst = live.sort((a, b) => new Date(a.startedAt).getTime() - new Date(b.startedAt).getTime());
  return [...new Set(oldestFirst.map(({ userId }) => userId))];
}

/** Somebody who buys packs, has no plan and came months ago. */
function findPackBuyer(books: Books): string | undefined {
  const planned = new Set([...books.subscriptions, ...books.givenPlans].map(({ userId }) => userId));
  const gone = new Set(books.users.flatMap(({ id, suspendedAt }) => (suspendedAt ? [id] : [])));
  const from = addDays(books.now, -120);
  return books.payments.find(
    ({ userId, createdAt, status }) =>
      status === "succeeded" && new Date(createdAt) > from && !planned.has(userId) && !gone.has(userId),
  )?.userId;
}

/** The people whose programs call the API: Ada's report, a busy one on Pro, some quiet ones, and one without a plan. */
export function tellPrograms(books: Books): void {
  const ada = books.users.find(({ email }) => email.startsWith("ada@"))?.id;
  const [busy, ...pros] = subscribersOf(books, "plan_pro").filter((userId) => userId !== ada);
  const basics = subscribersOf(books, "plan_basic").filter((userId) => userId !== ada);
  const quiet = [...pros.slice(0, 2), ...basics.slice(0, 3)];
  const free = findPackBuyer(books);
  const programs: Program[] = [
    ...(ada
      ? [{ userId: ada, name: "Nightly report", daysAgo: 72, callsPerWorkingDay: 14, ofRuns: 0.35 }]
      : []),
    ...(busy
      ? [
          {
            ...{ userId: busy, name: "Production", daysAgo: 110, callsPerWorkingDay: 26, ofRuns: 0.9 },
            bursts: [1, 17],
          },
        ]
      : []),
    ...quiet.map((userId, index) => ({
      ...{ userId, name: "Website", daysAgo: 95 - 12 * index, callsPerWorkingDay: 9, ofRuns: 0.5 },
    })),
    ...(free && free !== ada
      ? [
          {
            ...{ userId: free, name: "Script", daysAgo: 60, callsPerWorkingDay: 5, ofRuns: 0.4 },
            stopped: [2, 9],
          },
        ]
      : []),
  ];
  for (const [index, program] of programs.entries()) tellProgram(books, program, createChance(7_000 + index));
  for (const key of books.apiKeys)
    key.lastUsedAt = books.apiCalls.reduce<Date | null>(
      (last, { apiKeyId, at }) => (apiKeyId === key.id && (!last || at > last) ? at : last),
      null,
    );
}
