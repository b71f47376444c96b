import { expect, test } from "vitest";
import { tellCompany } from "./support/seeded-company";

const now = new Date("2026-11-22T09:30:00Z");
const { books } = tellCompany(now);
const dayMs = 86_400_000;

/** Monthly recurring revenue in dollars' minor units, from what each plan's latest change before then says. */
function worthAt(at: Date): bigint {
  let twelfths = 0n;
  for (const { id } of books.subscriptions) {
    const last = books.changes
      .filter((one) => one.subscriptionId === id && new Date(one.occurredAt) <= at)
      .at(-1);
    if (!last || last.currency !== "usd" || !["active", "past_due"].includes(last.status)) continue;
    twelfths += BigInt(last.amountMinor) * (last.interval === "year" ? 1n : 12n);
  }
  return twelfths / 12n;
}

test("a company of a plausible size: it grew, most people confirmed their address, and nobody can sign in", () => {
  const crowd = books.users.filter(({ passwordHash }) => !passwordHash);
  expect(crowd.length).toBeGreaterThanOrEqual(140);
  expect(crowd.length).toBeLessThanOrEqual(180);
  const verified = crowd.filter(({ emailVerified }) => emailVerified).length;
  expect(verified / crowd.length).toBeGreaterThan(0.85);
  expect(verified / crowd.length).toBeLessThan(0.97);
  for (const { email } of crowd) expect(email).toMatch(/\.(example|invalid)$|@example\.(com|org)$/);
  expect(new Set(books.users.map(({ email }) => email)).size).toBe(books.users.length);
  const ages = crowd.map(({ createdAt }) => now.getTime() - new Date(createdAt ?? 0).getTime());
  const of = (from: number, until: number) =>
    ages.filter((age) => age >= from * dayMs && age < until * dayMs).length;
  expect(of(0, 122)).toBeGreaterThan(1.5 * of(244, 366));
  expect(Math.max(...ages)).toBeGreaterThan(330 * dayMs);
});

test("nothing happens to anybody before they signed up, or twice in one place", () => {
  const joined = new Map(books.users.map(({ id, createdAt }) => [id, new Date(createdAt ?? 0)]));
  for (const { userId, createdAt } of [...books.payments, ...books.runs])
    expect(new Date(createdAt).getTime()).toBeGreaterThanOrEqual(joined.get(userId)!.getTime());
  for (const rows of [books.payments, books.invoices, books.subscriptions, books.changes, books.runs])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("every kind of trouble is there: refused and recovered renewals, some past due, refunds, disputes", () => {
  const invoiced = books.payments.filter(({ invoiceId }) => invoiceId);
  const triesOf = (id: string | undefined) => books.attempts.filter(({ paymentId }) => paymentId === id);
  const recovered = invoiced.filter(({ id, status }) => status === "succeeded" && triesOf(id).length > 1);
  expect(recovered.length).toBeGreaterThanOrEqual(3);
  const pastDue = books.subscriptions.filter(({ status }) => status === "past_due");
  expect(pastDue.length).toBeGreaterThanOrEqual(3);
  for (const { id } of pastDue) {
    const open = books.invoices.filter((one) => one.subscriptionId === id && one.status === "open");
    expect(open).toHaveLength(1);
    expect(open[0]?.nextAttemptAt).toBeTruthy();
  }
  const partly = books.refunds.filter(
    ({ paymentId, amountMinor }) =>
      amountMinor !== books.payments.find(({ id }) => id === paymentId)?.amountMinor,
  );
  expect(partly.length).toBeGreaterThanOrEqual(2);
  expect(books.refunds.length).toBeGreaterThan(partly.length + 2);
  expect(books.disputes.map(({ status }) => status).sort()).toEqual(["lost", "needs_response", "won"]);
  const [open] = books.disputes.filter(({ status }) => status === "needs_response");
  expect(new Date(open?.dueBy ?? 0).getTime()).toBeGreaterThan(now.getTime());
  expect(new Set(books.payments.map(({ currency }) => currency))).toEqual(new Set(["usd", "eur"]));
  expect(books.givenPlans.map(({ endedAt }) => endedAt === null).sort()).toEqual([false, true]);
});

test("what a plan is worth follows from its changes at every time, and ends in its row of today", () => {
  for (const subscription of books.subscriptions) {
    const changes = books.changes.filter(({ subscriptionId }) => subscriptionId === subscription.id);
    const times = changes.map(({ occurredAt }) => new Date(occurredAt).getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    const worth = changes.map((one) => [one.status, one.stripePriceId, one.amountMinor, one.cancelsAt]);
    for (const [index, now] of worth.entries()) expect(now).not.toEqual(worth[index - 1]);
    expect(changes[0]).toMatchObject({ status: "active", occurredAt: subscription.startedAt });
    const { status, stripePriceId, amountMinor, currency } = subscription;
    expect(changes.at(-1)).toMatchObject({ status, stripePriceId, amountMinor, currency });
  }
  const living = books.subscriptions.filter(({ status }) => status !== "canceled");
  expect(new Set(living.map(({ userId }) => userId)).size).toBe(living.length);
  const moved = books.subscriptions.filter(({ id, stripePriceId }) =>
    books.changes.some((one) => one.subscriptionId === id && one.stripePriceId !== stripePriceId),
  );
  expect(moved.length).toBeGreaterThanOrEqual(3);
});

test("recurring revenue grows from month to month, nearly always", () => {
  const values = Array.from({ length: 12 }, (_, month) =>
    worthAt(new Date(now.getTime() - (11 - month) * 30 * dayMs)),
  );
  expect(values.at(-1)!).toBeGreaterThan(200_000n);
  expect(values.at(-1)!).toBeGreaterThan(2n * values[5]!);
  const grown = values.filter((value, index) => index > 0 && value >= values[index - 1]!);
  expect(grown.length).toBeGreaterThanOrEqual(9);
});

/** Days that once told an unsound story, a leap day among them. */
const days = [
  ...["2026-11-23T00:00:00Z", "2027-08-12T18:02:34Z", "2027-08-13T08:02:00Z", "2027-12-18T22:09:41Z"],
  ...["2027-12-31T23:50:00Z", "2028-02-29T09:45:25Z"],
];

test.each(days)("a story told on %s is in order, too", (day) => {
  const then = new Date(day);
  const { books: told, accounts } = tellCompany(then);
  const times = [
    ...accounts.flatMap(({ entries }) => entries.map(({ createdAt }) => createdAt)),
    ...[...told.payments, ...told.invoices].map(({ updatedAt }) => new Date(updatedAt)),
    ...told.documents.map(({ at }) => at),
  ];
  expect(times.every((at) => at <= then)).toBe(true);
  for (const { id, status, periodEndsAt } of told.subscriptions) {
    const changes = told.changes.filter(({ subscriptionId }) => subscriptionId === id);
    const order = changes.map(({ occurredAt }) => new Date(occurredAt).getTime());
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    if (status !== "canceled") expect(new Date(periodEndsAt).getTime()).toBeGreaterThan(then.getTime());
  }
  const names = [
    ...told.payments.map(({ stripePaymentIntentId }) => stripePaymentIntentId),
    ...told.refunds.map(({ stripeRefundId }) => stripeRefundId),
  ];
  expect(new Set(names).size).toBe(names.length);
  for (const { amountMinor, refundedMinor = 0n } of told.payments) {
    expect(amountMinor).toBeGreaterThan(0n);
    expect(refundedMinor).toBeLessThanOrEqual(amountMinor);
  }
});
