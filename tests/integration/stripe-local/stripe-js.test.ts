import AxeBuilder from "@axe-core/playwright";
import { type FrameLocator } from "@playwright/test";
import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { startLocalStripe, type Running } from "./support/start-local-stripe";
import { startShopPage, type ShopPage } from "./support/start-shop-page";

type Result = {
  error?: { type: string; message: string; code?: string; decline_code?: string };
  setupIntent?: Stripe.SetupIntent;
  paymentIntent?: Stripe.PaymentIntent;
};

const MOUNT = `
  window.elements = stripe.elements({ clientSecret: detail.secret });
  const element = window.elements.create("payment");
  window.changes = [];
  element.on("change", (event) => window.changes.push(event));
  await new Promise((resolve) => { element.on("ready", resolve); element.mount("#card"); });`;
const CONFIRM_SETUP = `return await stripe.confirmSetup({ elements: window.elements, redirect: "if_required" });`;

async function shopping(
  params: Stripe.SetupIntentCreateParams = {},
): Promise<Running & ShopPage & { customer: string; intent: Stripe.SetupIntent; frame: FrameLocator }> {
  const running = await startLocalStripe();
  const shop = await startShopPage(running.url);
  const customer = (await running.stripe.customers.create({})).id;
  const intent = await running.stripe.setupIntents.create({ customer, metadata: { secret: "x" }, ...params });
  await shop.run(MOUNT, { secret: intent.client_secret });
  return { ...running, ...shop, customer, intent, frame: shop.page.frameLocator("#card iframe") };
}

async function type(frame: FrameLocator, number: string): Promise<void> {
  await frame.getByLabel("Card number").fill(number);
  await frame.getByLabel("Expiration").fill("12 / 40");
  await frame.getByLabel("CVC").fill("123");
}

describe("Stripe.js, loaded by @stripe/stripe-js in a browser (https://docs.stripe.com/js)", () => {
  it("saves a card that is typed in a frame of its own, and shows the page no more than Stripe does", async () => {
    const { stripe, run, frame, page, customer } = await shopping();
    await type(frame, "4242424242424242");
    const { setupIntent } = await run<Result>(CONFIRM_SETUP);
    expect(setupIntent).toMatchObject({ status: "succeeded", usage: "off_session" });
    expect(setupIntent).not.toHaveProperty("metadata");
    expect(setupIntent).not.toHaveProperty("customer");
    const { data } = await stripe.customers.listPaymentMethods(customer);
    expect(data).toMatchObject([
      { id: setupIntent!.payment_method, card: { last4: "4242", exp_year: 2040 } },
    ]);
    expect(await page.content()).not.toContain("4242");
    const changes = await run<{ complete: boolean }[]>("return window.changes;");
    expect([changes[0]!.complete, changes.at(-1)!.complete]).toEqual([false, true]);
  });

  it("returns errors instead of throwing: what is incomplete, and what was declined", async () => {
    const { run, frame } = await shopping();
    expect((await run<Result>(CONFIRM_SETUP)).error).toEqual({
      type: "validation_error",
      message: "Your card number is incomplete.",
    });
    await frame.getByText("Your card number is incomplete.").waitFor();
    await type(frame, "4000000000000002");
    expect((await run<Result>(CONFIRM_SETUP)).error).toMatchObject({
      type: "card_error",
      code: "card_declined",
      message: "Your card was declined.",
    });
    await type(frame, "4242424242424242");
    expect((await run<Result>(CONFIRM_SETUP)).setupIntent!.status).toBe("succeeded");
  });

  it("shows 3-D Secure in place, by keyboard too, and answers when it is over", async () => {
    const { page, run, frame } = await shopping();
    await type(frame, "4000002500003155");
    const refused = run<Result>(CONFIRM_SETUP);
    const bank = page.frameLocator('iframe[title="3-D Secure"]');
    await bank.getByRole("button", { name: "Fail" }).click();
    expect((await refused).error).toMatchObject({ code: "setup_intent_authentication_failure" });
    const passed = run<Result>(CONFIRM_SETUP);
    await bank.getByRole("button", { name: "Complete" }).focus();
    await page.keyboard.press("Enter");
    expect((await passed).setupIntent!.status).toBe("succeeded");
    expect(await page.locator("dialog").count()).toBe(0);
  });

  it("pays, and leaves for the return address with the outcome in it (https://docs.stripe.com/js/payment_intents/confirm_payment)", async () => {
    const { stripe, url } = await startLocalStripe();
    const shop = await startShopPage(url);
    const intent = await stripe.paymentIntents.create({ amount: 4500, currency: "usd" });
    await shop.run(MOUNT, { secret: intent.client_secret });
    await type(shop.page.frameLocator("#card iframe"), "4242424242424242");
    const arrived = shop.page.waitForURL(/redirect_status/);
    void shop
      .run(
        `await stripe.confirmPayment({ elements: window.elements, confirmParams: { return_url: detail.back } });`,
        {
          back: `${shop.url}thanks`,
        },
      )
      .catch(() => undefined);
    await arrived;
    const { searchParams, pathname } = new URL(shop.page.url());
    expect(pathname).toBe("/thanks");
    expect(Object.fromEntries(searchParams)).toEqual({
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: "succeeded",
    });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
  });

  it("handles the next action of an intent that the server confirmed (https://docs.stripe.com/js/payment_intents/handle_next_action)", async () => {
    const { stripe, url } = await startLocalStripe();
    const { page, run } = await startShopPage(url);
    const intent = await stripe.paymentIntents.create({
      amount: 4500,
      currency: "usd",
      confirm: true,
      payment_method: "pm_card_threeDSecure2Required",
      use_stripe_sdk: true,
    });
    const clientSecret = intent.client_secret;
    const handled = run<Result>("return await stripe.handleNextAction(detail);", { clientSecret });
    await page.frameLocator('iframe[title="3-D Secure"]').getByRole("button", { name: "Complete" }).click();
    expect((await handled).paymentIntent!.status).toBe("succeeded");
    const seen = await run<Result>("return await stripe.retrievePaymentIntent(detail.clientSecret);", {
      clientSecret,
    });
    expect(seen.paymentIntent).toMatchObject({ id: intent.id, amount: 4500 });
    expect(seen.paymentIntent).not.toHaveProperty("latest_charge");
  });

  it("has fields that a keyboard reaches, and no accessibility violations", async () => {
    const { page, frame, run } = await shopping();
    await frame.getByLabel("Card number").focus();
    await page.keyboard.type("4242424242424242");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1240");
    await page.keyboard.press("Tab");
    await page.keyboard.type("123");
    expect(await frame.getByLabel("Card number").inputValue()).toBe("4242 4242 4242 4242");
    expect(await frame.getByLabel("Expiration").inputValue()).toBe("12 / 40");
    const { violations } = await new AxeBuilder({ page }).include("#card").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
    expect((await run<Result>(CONFIRM_SETUP)).setupIntent!.status).toBe("succeeded");
  });
});
