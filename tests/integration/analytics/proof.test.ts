import { describe, expect, test, vi } from "vitest";
import { rebuildAnalytics, verifyAnalytics } from "@/lib/analytics";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import { verifyLedger } from "@/lib/credits";
import { inOneOrder, type Answers } from "./year/answers";
import { askAnalytics } from "./year/ask-analytics";
import { answersIn } from "./year/books/compute-answers";
import { openBooks } from "./year/books/open-books";
import { keepDays, liveYear } from "./year/live-year";
import { neverKept, questionsOf, zones } from "./year/questions";

vi.setConfig({ testTimeout: 60_000 });

const year = await liveYear();
const books = await openBooks(year);
const admin = { ...year.admin, systemClock: year.shop.ctx.clock };
const expected = new Map<string, { query: AnalyticsQuery; answers: Answers }[]>(
  zones.map((zone) => {
    const answersTo = answersIn(books, zone);
    const questions = questionsOf(year.number, zone);
    return [zone, questions.map((query) => ({ query, answers: inOneOrder(answersTo(query)) }))];
  }),
);

async function expectBooksIn(zone: string, name = zone) {
  for (const { query, answers } of expected.get(zone) ?? []) {
    const found = inOneOrder(await askAnalytics(admin, { ...query, zone: name }));
    for (const block of Object.keys(answers) as (keyof Answers)[])
      expect
        .soft(found[block], `${block} of ${query.range.from} to ${query.range.to} in ${name}`)
        .toEqual(answers[block]);
  }
}

const nothingDiffers = async () => {
  const { differences, rows } = await verifyAnalytics(admin);
  expect(differences).toEqual([]);
  expect(rows).toBeGreaterThan(100);
};

test("the year is in Stripe's books and in ours, and the ledger adds up", async () => {
  expect((await verifyLedger(year.shop.ctx)).differences).toEqual([]);
  const unfinished = await year.shop.db.prisma.stripeEvent.findMany({
    where: { status: { in: ["pending", "failed", "dead"] } },
    select: { type: true, error: true },
  });
  expect(unfinished).toEqual([]);
});

describe("every figure of the year is what Stripe, the ledger and the people's rows say", () => {
  test.each(zones)("computed from the facts, in %s", (zone) => expectBooksIn(zone, neverKept[zone]));

  test.each(zones)("kept in September, and what changed since from the facts, in %s", async (zone) => {
    expect(await year.shop.db.prisma.analyticsZone.count({ where: { zone, builtAt: { not: null } } })).toBe(
      1,
    );
    expect(await year.shop.db.prisma.analyticsMark.count()).toBeGreaterThan(20);
    await expectBooksIn(zone);
    await nothingDiffers();
  });

  test.each(zones)("kept by the job, in %s", async (zone) => {
    await keepDays(year);
    expect(await year.shop.db.prisma.analyticsMark.count()).toBe(0);
    await expectBooksIn(zone);
    await nothingDiffers();
  });

  test.each(zones)("rebuilt, in %s", async (zone) => {
    await rebuildAnalytics(admin);
    await expectBooksIn(zone);
    await nothingDiffers();
  });
});
