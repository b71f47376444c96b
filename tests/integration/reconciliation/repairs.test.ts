import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { stripeCommand } from "@/cli/commands/stripe";
import { grantCredits, verifyLedger } from "@/lib/credits";
import { describeDifference, describeRepair, reconcileRecent, repairDifference } from "@/lib/reconciliation";
import type { RowChange } from "@/lib/reconciliation/types";
import { callCommand, commandVariables } from "@/tests/integration/cli/call-command";
import { openShop } from "@/tests/setup/shop";
import { openBooks, type Member } from "./books";

const shop = await openShop();
const books = openBooks(shop);
const { stripe, sql } = books;

beforeEach(() => shop.stripe.heal());

/** A member whose purchase no webhook told of, and what is missing of it. */
async function unnoticedPurchase(): Promise<{ member: Member; key: string }> {
  await books.loseWebhooks();
  const member = await shop.createBuyer();
  await books.buyPack(member);
  const [missing] = await books.differences(member);
  return { member, key: missing?.key ?? "" };
}

/** Everything in the tables that money and credits are made of. */
async function everything(): Promise<string> {
  const tables = [
    "payments",
    "payment_lots",
    "invoices",
    "subscriptions",
    "refunds",
    "disputes",
    "checkouts",
  ];
  const ledger = ["credit_accounts", "credit_lots", "credit_entries", "billing_documents", "outbox_emails"];
  const parts: unknown[] = [];
  for (const table of [...tables, ...ledger])
    parts.push(await sql(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`));
  return JSON.stringify(parts);
}

/** Changes without what no two writings have in common. */
const essence = (changes: readonly RowChange[]) =>
  changes.map(({ table, change, fields }) => ({
    table,
    change,
    fields: fields.filter(({ field }) => !/_at$|_id$|^key$|^subject$/.test(field)),
  }));

describe("a repair", () => {
  test("writes exactly what its dry run said, which changed nothing, and twice is once", async () => {
    const bystander = await shop.createBuyer();
    await books.buyPack(bystander);
    const { member, key } = await unnoticedPurchase();
    const before = await everything();
    const dry = await books.repair(key, true);
    expect(dry.outcome).toBe("would_be_repaired");
    expect(dry.changes.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        "payments",
        "payment_lots",
        "credit_lots",
        "billing_documents",
        "outbox_emails",
      ]),
    );
    expect(await everything()).toBe(before);
    const theirs = await books.paymentOf(bystander);
    const repair = await books.repair(key);
    expect(repair.outcome).toBe("repaired");
    expect(essence(repair.changes)).toEqual(essence(dry.changes));
    expect(await books.balance(member)).toBe(500);
    const after = await everything();
    expect(await books.repair(key)).toMatchObject({ outcome: "nothing_to_do", changes: [] });
    expect(await everything()).toBe(after);
    expect(await books.paymentOf(bystander)).toEqual(theirs);
    expect(shop.log.lines).toContainEqual(
      expect.objectContaining({ level: "warn", message: "a difference from Stripe was repaired" }),
    );
  });

  test("beside itself and beside the webhooks is one grant", async () => {
    const { member, key } = await unnoticedPurchase();
    await shop.stripe.heal();
    await Promise.all([
      ...Array.from({ length: 4 }, () => books.repair(key)),
      callCommand(stripeCommand(), ["sweep"], commandVariables(shop)).then(() => shop.drain()),
    ]);
    expect(await books.balance(member)).toBe(500);
    expect(await books.summary(member)).toEqual([]);
    expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  });

  test("while Stripe does not answer leaves everything as it was", async () => {
    const { member, key } = await unnoticedPurchase();
    const before = await everything();
    await shop.stripe.breakApi({ kind: "500", count: 100 });
    await expect(books.repair(key)).rejects.toMatchObject({ code: "payments.unavailable" });
    await shop.stripe.heal();
    expect(await everything()).toBe(before);
    expect(await books.summary(member)).toHaveLength(1);
  });

  test("is for admins and the system, and for differences that there can be", async () => {
    const { as } = await shop.createBuyer();
    await expect(repairDifference(as, "payment:pi_1:missing_here:no_row")).rejects.toMatchObject({
      code: "reconciliation.forbidden",
    });
    for (const key of ["", "payment:pi_1", "cheese:pi_1:missing_here:no_row", "payment:pi_1:tasty:no_row"])
      await expect(books.repair(key)).rejects.toMatchObject({ code: "reconciliation.unknown_difference" });
  });

  test("that leads to nothing, as the money is not what was agreed, is left to a person", async () => {
    const member = await shop.createBuyer();
    await books.buyPack(member);
    await sql(`UPDATE payments SET credited_at = NULL WHERE user_id = '${member.user.id}'`);
    await sql(`UPDATE checkouts SET credits_milli = 400000 WHERE user_id = '${member.user.id}'`);
    const [difference] = await books.differences(member);
    expect(await books.repair(difference?.key ?? "")).toMatchObject({ outcome: "remains" });
    expect(await books.balance(member)).toBe(500);
  });

  test("that the ledger refuses, as the grant is there with other content, is left to a person", async () => {
    const { member, key } = await unnoticedPurchase();
    const lotKey = `pi:${key.split(":")[1] ?? ""}`;
    await grantCredits(shop.ctx, { userId: member.user.id, key: lotKey, kind: "payg", creditsMilli: 1n });
    const before = await everything();
    expect(await books.repair(key)).toMatchObject({ outcome: "remains", problem: "credits.key_conflict" });
    expect(await everything()).toBe(before);
  });
});

test("what waits in the inbox is told apart from what nobody knows of", async () => {
  const member = await shop.createBuyer();
  await shop.stripe.heal();
  const { startCheckout } = await import("@/lib/checkout");
  const { cards, payOnHostedPage } = await import("@/tests/setup/local-stripe-controls");
  const { url } = await startCheckout(member.as, { lookupKey: "pack_500" });
  await payOnHostedPage(url, cards.ok);
  await shop.stripe.flush();
  expect(await books.differences(member)).toMatchObject([{ kind: "missing_here", waiting: true }]);
  await shop.drain();
  expect(await books.differences(member)).toEqual([]);
});

describe("quickscale stripe reconcile", () => {
  const reconcileCommand = (...args: string[]) =>
    callCommand(stripeCommand(), ["reconcile", ...args], commandVariables(shop));

  test("shows, tries and repairs; differences that remain are a 1", async () => {
    const { member } = await unnoticedPurchase();
    const customer = ["--customer", await books.customerOf(member)];
    const shown = await reconcileCommand(...customer, "--since", "1d");
    expect(shown.exitCode).toBe(1);
    expect(shown.stdout).toContain("Stripe has this payment, and we have no row of it");
    expect(shown.stdout).toContain("repair: read the payment from Stripe again");
    expect(shown.stderr).toContain("payments since ");
    const dry = await reconcileCommand(...customer, "--dry-run");
    expect(dry.exitCode).toBe(1);
    expect(dry.stdout).toContain("-> would be repaired");
    expect(dry.stdout).toContain("added credit_lots pi:pi_");
    expect(await books.balance(member)).toBe(0);
    const repaired = await reconcileCommand(...customer, "--repair", "--json");
    expect(repaired.exitCode).toBe(0);
    expect(JSON.parse(repaired.stdout)).toMatchObject({ remaining: 0, repairs: [{ outcome: "repaired" }] });
    expect(await books.balance(member)).toBe(500);
    const clean = await reconcileCommand(...customer);
    expect(clean).toMatchObject({ exitCode: 0 });
    expect(clean.stdout).toMatch(/^\d+ objects compared: no difference\.\n$/);
    expect((await reconcileCommand("--since", "soon")).exitCode).toBe(2);
  });
});

describe("what we have and Stripe lacks", () => {
  test("rows of another account: each named, none repaired", async () => {
    const member = await shop.createBuyer();
    await books.subscribe(member);
    const payment = await books.paymentOf(member);
    const userId = member.user.id;
    const at = new Date();
    const money = { userId, amountMinor: 100n, currency: "usd", syncSeq: 0n, updatedAt: at };
    const { id } = await shop.db.prisma.payment.create({
      data: {
        ...{ ...money, kind: "subscription", status: "failed", description: "Pack", creditsMilli: 0n },
        ...{ stripePaymentIntentId: `pi_${randomUUID().slice(0, 8)}`, createdAt: at },
      },
    });
    await shop.db.prisma.paymentAttempt.create({
      data: {
        ...{ paymentId: id, attemptKey: randomUUID(), status: "failed", amountMinor: 100n },
        ...{ currency: "usd", attemptedAt: at },
      },
    });
    const returned = { ...money, paymentId: payment.id };
    await shop.db.prisma.refund.create({
      data: { ...returned, stripeRefundId: "re_elsewhere", status: "failed", createdAt: at },
    });
    await shop.db.prisma.dispute.create({
      data: { ...returned, stripeDisputeId: "du_elsewhere", status: "won", reason: "general", openedAt: at },
    });
    const invoice = await shop.db.prisma.invoice.findFirstOrThrow({ where: { userId } });
    await sql(`UPDATE invoices SET stripe_invoice_id = 'in_elsewhere' WHERE id = '${invoice.id}'`);
    const found = await books.differences(member);
    expect(found.filter(({ kind }) => kind === "missing_there").map(({ object }) => object)).toEqual([
      ...["invoice", "payment", "refund", "dispute"],
    ]);
    for (const difference of found.filter(({ kind }) => kind === "missing_there")) {
      expect(difference.repairable).toBe(false);
      expect(describeRepair(difference)).toContain("by hand");
      expect((await books.repair(difference.key)).outcome).toBe("not_repairable");
    }
  });
});

describe("a customer whom we do not know", () => {
  async function strangerWithPlan(metadata: Record<string, string>) {
    const { stripePriceId: price } = await shop.db.prisma.catalogPrice.findFirstOrThrow({
      where: { lookupKey: "plan_basic_month" },
    });
    const customer = await stripe.customers.create({ metadata });
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    const settings = { invoice_settings: { default_payment_method: method.id } };
    await stripe.customers.update(customer.id, settings);
    await stripe.subscriptions.create({ customer: customer.id, items: [{ price }] });
    return customer.id;
  }

  test("but who is a member by Stripe's record is registered, and what they paid for is granted", async () => {
    await books.loseWebhooks();
    const member = await shop.createBuyer();
    const customer = await strangerWithPlan({ user_id: member.user.id });
    const found = (await books.differences()).filter(({ stripeCustomerId }) => stripeCustomerId === customer);
    expect(found.map(({ object, kind }) => `${object} ${kind}`)).toEqual([
      "subscription unknown_customer",
      "invoice unknown_customer",
      "payment unknown_customer",
    ]);
    const dry = await books.repair(found[0]!.key, true);
    expect(dry).toMatchObject({
      outcome: "would_be_repaired",
      changes: [{ table: "stripe_customers", id: customer }],
    });
    expect(
      await shop.db.prisma.stripeCustomer.findUnique({ where: { stripeCustomerId: customer } }),
    ).toBeNull();
    expect((await books.repair(found[0]!.key)).outcome).toBe("repaired");
    expect(await books.customerOf(member)).toBe(customer);
    expect(await books.repairAll(member)).toEqual(["repaired", "nothing_to_do"]);
    expect(await books.balance(member)).toBe(1_000);
    expect(await books.summary(member)).toEqual([]);
  });

  test.each([{}, { user_id: randomUUID() }, { user_id: "'; --" }])(
    "and whom nobody names (%o) waits for a person",
    async (metadata) => {
      await books.loseWebhooks();
      const customer = await strangerWithPlan(metadata as Record<string, string>);
      const [found] = (await books.differences()).filter(
        ({ stripeCustomerId }) => stripeCustomerId === customer,
      );
      expect(describeDifference(found!)).toBe(`${customer} is no customer of ours`);
      expect(await books.repair(found!.key)).toMatchObject({ outcome: "not_repairable", changes: [] });
    },
  );
});

test("every night the last three days are compared, and a person is called for when they differ", async () => {
  await books.loseWebhooks();
  const member = await shop.createBuyer();
  await books.buyPack(member);
  await shop.advance(2 * 3_600);
  await reconcileRecent(books.ctx);
  const line = shop.log.lines.findLast(({ level }) => level === "fatal");
  expect(JSON.stringify(line)).toContain(member.user.id);
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});
