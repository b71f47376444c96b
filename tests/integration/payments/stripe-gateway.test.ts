import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "@/dev/free-port";
import { createStripeGateway } from "@/lib/adapters/stripe";
import { startCheckout } from "@/lib/checkout";
import { listStripeCustomers, syncCustomerEmail } from "@/lib/customers";
import { confirmEmailChange, requestEmailChange } from "@/lib/users";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { latestToken } from "@/tests/setup/queued-emails";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();
const { payments } = shop.ctx;
const webhookSecrets = ["whsec_x"];

const gatewayAt = (apiBase: string, secretKey = "sk_test_x") =>
  createStripeGateway({ secretKey, webhookSecrets, apiBase, timeoutMs: 2_000 });

describe("what the gateway fails with", () => {
  test("a wrong key is for the operator", async () => {
    const wrong = gatewayAt(shop.stripeUrl, "sk_live_wrong");
    await expect(wrong.readCatalog()).rejects.toMatchObject({
      code: "payments.misconfigured",
      kind: "unavailable",
    });
  });

  test("nobody at the address, a 429 and a 500 are all: try again", async () => {
    const nobody = gatewayAt(`http://127.0.0.1:${await freePort(4530)}`);
    await expect(nobody.readCatalog()).rejects.toMatchObject({ code: "payments.unavailable" });
    for (const kind of ["429", "500"]) {
      await shop.stripe.breakApi({ kind, count: 3, route: "GET /v1/products" });
      await expect(payments.readCatalog()).rejects.toMatchObject({ code: "payments.unavailable" });
      await shop.stripe.heal();
    }
  });

  test("what does not exist, what is refused, and a key used for something else are told apart", async () => {
    await expect(payments.getCheckout("cs_test_none")).rejects.toMatchObject({
      code: "payments.object_missing",
      kind: "not_found",
    });
    const { as, user } = await shop.createBuyer();
    const { url } = await startCheckout(as, { lookupKey: "pack_100" });
    await payOnHostedPage(url, cards.ok);
    const { stripeSessionId } = await shop.db.prisma.checkout.findFirstOrThrow({
      where: { userId: user.id },
    });
    await expect(payments.expireCheckout(stripeSessionId!)).rejects.toMatchObject({
      code: "payments.refused",
      kind: "invalid",
    });
    const customer = { idempotencyKey: `test:${user.id}`, userId: user.id, email: "a@example.com" };
    const first = await payments.createCustomer(customer);
    expect(await payments.createCustomer(customer)).toEqual(first);
    const other = { ...customer, email: "b@example.com" };
    await expect(payments.createCustomer(other)).rejects.toMatchObject({
      code: "payments.key_reused",
      kind: "conflict",
    });
  });

  test("an answer without what we depend on is not believed", async () => {
    const server = createServer((_request, response) => {
      response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ id: "cs_test_1", status: "paid?" }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    afterAll(() => server.close());
    const strange = gatewayAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await expect(strange.getCheckout("cs_test_1")).rejects.toMatchObject({
      code: "payments.unexpected_answer",
    });
  });
});

describe("a payment", () => {
  test("finds the session that made it, and none where none did", async () => {
    const { as, user } = await shop.createBuyer();
    const { url } = await startCheckout(as, { lookupKey: "pack_100" });
    await payOnHostedPage(url, cards.ok);
    const { stripeSessionId } = await shop.db.prisma.checkout.findFirstOrThrow({
      where: { userId: user.id },
    });
    const { paymentIntentId } = await payments.getCheckout(stripeSessionId!);
    expect(await payments.findCheckoutOfPayment(paymentIntentId!)).toMatchObject({
      sessionId: stripeSessionId,
    });
    expect(await payments.getPayment(paymentIntentId!)).toMatchObject({
      status: "succeeded",
      amountMinor: 1_000n,
      amountReceivedMinor: 1_000n,
      attempts: [{ status: "succeeded", failure: null, card: { brand: "visa", last4: "4242" } }],
    });
    const alone = await fetch(`${shop.stripeUrl}/v1/payment_intents`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_shop" },
      body: new URLSearchParams({ amount: "500", currency: "usd" }),
    });
    const { id } = (await alone.json()) as { id: string };
    expect(await payments.findCheckoutOfPayment(id)).toBeNull();
    expect(await payments.getPayment(id)).toMatchObject({
      status: "incomplete",
      checkoutId: null,
      attempts: [],
    });
  });
});

test("customers at Stripe follow the address of the account, by a job that is tried again", async () => {
  const { as, user } = await shop.createBuyer();
  await startCheckout(as, { lookupKey: "pack_100" });
  const [stripeCustomerId = ""] = await listStripeCustomers(shop.db, user.id);
  const address = `${shop.stripeUrl}/v1/customers/${stripeCustomerId}`;
  const headers = { authorization: "Bearer sk_test_shop" };
  const emailThere = async () =>
    ((await (await fetch(address, { headers })).json()) as { email: string }).email;
  expect(await emailThere()).toBe(user.email);
  const email = `new-${user.email}`;
  await requestEmailChange(as, { userId: user.id, email, ip: null });
  await confirmEmailChange(as, {
    token: await latestToken(shop.db, email),
    sessionId: null,
    origin: { ip: null, userAgent: null },
  });
  const sync = () => syncCustomerEmail(as, { userId: user.id });
  await shop.stripe.breakApi({ kind: "500", count: 3, route: "POST /v1/customers/{id}" });
  await expect(sync()).rejects.toMatchObject({ code: "payments.unavailable" });
  await shop.stripe.heal();
  expect(await emailThere()).toBe(user.email);
  await shop.drain();
  await sync();
  expect(await emailThere()).toBe(email);
  const kept = await shop.db.prisma.billingCustomer.findUnique({ where: { userId: user.id } });
  expect(kept).toMatchObject({ email, stripeCustomerId });
  await fetch(address, { method: "DELETE", headers });
  await expect(sync(), "gone there").resolves.toBeUndefined();
  const { user: other } = await shop.createBuyer();
  await expect(syncCustomerEmail(as, { userId: other.id }), "never bought anything").resolves.toBeUndefined();
});

describe("the pace", () => {
  test("spreads the calls of one endpoint, and gives up on one whose turn comes after its time", async () => {
    const paced = createStripeGateway({
      ...{ secretKey: "sk_test_x", webhookSecrets, apiBase: shop.stripeUrl },
      ...{ callsPerSecond: 6, timeoutMs: 900 },
    });
    const start = performance.now();
    const calls = Array.from({ length: 4 }, () => paced.hasCustomer("cus_none").catch(() => "missing"));
    expect(await Promise.all(calls)).toEqual(["missing", "missing", "missing", "missing"]);
    expect(performance.now() - start).toBeGreaterThan(550);
    const tooMany = await Promise.allSettled(Array.from({ length: 40 }, () => paced.hasCustomer("cus_none")));
    const codes = tooMany.map((result) =>
      result.status === "rejected" ? (result.reason as { code: string }).code : "",
    );
    expect(new Set(codes)).toEqual(new Set(["payments.object_missing", "payments.unavailable"]));
  });
});
