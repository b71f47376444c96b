import { describe, expect, test, vi } from "vitest";
import { chooseZone, rebuildAnalytics, refreshAnalytics, verifyAnalytics } from "@/lib/analytics";
import { verifyLedger } from "@/lib/credits";
import { inOneOrder } from "./year/answers";
import { askAnalytics } from "./year/ask-analytics";
import { answersIn } from "./year/books/compute-answers";
import { openBooks } from "./year/books/open-books";
import { liveYear } from "./year/live-year";
import { questionsOf, zones } from "./year/questions";

vi.setConfig({ testTimeout: 60_000 });

const { year } = await liveYear();
const books = await openBooks(year);
const admin = { ...year.admin, systemClock: year.shop.ctx.clock };
const expected = new Map(
  zones.map((zone) => {
    const answersTo = answersIn(books, zone);
    return [
      zone,
      questionsOf(year.number, zone).map((query) => ({ query, answers: inOneOrder(answersTo(query)) })),
    ];
  }),
);

async function expectBooksIn(zone: (typeof zones)[number]) {
  for (const { query, answers } of expected.get(zone) ?? []) {
    const found = inOneOrder(await askAnalytics(admin, query));
    for (const name of Object.keys(answers) as (keyof typeof answers)[])
      expect
        .soft(found[name], `${name} of ${query.range.from} to ${query.range.to} in ${zone}`)
        .toEqual(answers[name]);
  }
}

test("the year is in Stripe's books and in ours, and the ledger adds up", async () => {
  expect((await verifyLedger(year.shop.ctx)).differences).toEqual([]);
  const unfinished = await year.shop.db.prisma.stripeEvent.findMany({
    where: { status: { in: ["pending", "failed", "dead"] } },
    select: { type: true, error: true },
  });
  expect(unfinished).toEqual([]);
});

describe("every figure of the year is what Stripe, the ledger and the people's rows say", () => {
  test.each(zones)("computed from the facts, in %s", expectBooksIn);

  test.each(zones)("kept day by day by the job, in %s", async (zone) => {
    await chooseZone(admin, zone);
    await refreshAnalytics(admin);
    await expectBooksIn(zone);
    expect((await verifyAnalytics(admin)).differences).toEqual([]);
  });

  test.each(zones)("rebuilt, in %s", async (zone) => {
    await rebuildAnalytics(admin);
    await expectBooksIn(zone);
    expect((await verifyAnalytics(admin)).differences).toEqual([]);
  });
});
