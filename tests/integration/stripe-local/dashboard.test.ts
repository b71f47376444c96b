import { describe, expect, it } from "vitest";
import { startLocalStripe } from "./support/start-local-stripe";

const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
const january = Date.UTC(2031, 0, 31, 10) / 1000;

const read = async (url: string): Promise<string> => (await fetch(url)).text();

describe("moving a clock from the dashboard", () => {
  it("goes ahead by a calendar month", async () => {
    const { control } = await startLocalStripe({ now: () => january * 1000 });
    expect(day((await control<{ now: number }>("POST", "advance?months=1")).now)).toBe("2031-02-28");
  });

  it("goes to the next renewal, on the stand-in's own clock and on a test clock", async () => {
    const { stripe, control } = await startLocalStripe({ now: () => january * 1000 });
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: january });
    const price = await stripe.prices.create({
      ...{ currency: "usd", unit_amount: 5000, recurring: { interval: "month" } },
      product_data: { name: "Basic" },
    });
    for (const test_clock of [undefined, clock.id]) {
      const customer = await stripe.customers.create({
        ...(test_clock ? { test_clock } : {}),
        payment_method: "pm_card_visa",
      });
      const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
      const { id } = await stripe.subscriptions.create({
        ...{ customer: customer.id, items: [{ price: price.id }], default_payment_method: method!.id },
      });
      await control("POST", "advance", { to: "next_renewal", ...(test_clock ? { clock: test_clock } : {}) });
      const invoices = (await stripe.invoices.list({ subscription: id })).data;
      expect(invoices.map(({ status, billing_reason }) => [status, billing_reason])).toEqual([
        ["paid", "subscription_cycle"],
        ["paid", "subscription_create"],
      ]);
      expect(day(invoices[0]!.created)).toBe("2031-02-28");
    }
  });

  it.each([
    ["advance?to=next_renewal", 409],
    ["advance?months=0", 400],
    ["advance?months=1&seconds=5", 400],
    ["advance", 400],
    ["advance?days=1", 400],
    ["advance?seconds=60&clock=clock_none", 400],
  ])("refuses %s, and stays where it was", async (path, status) => {
    const { control } = await startLocalStripe({ now: () => january * 1000 });
    await expect(control("POST", path)).rejects.toThrow(`answered ${status}`);
    expect(await control("GET", "stats")).toMatchObject({ now: january });
  });
});

describe("looking at objects", () => {
  it("lists those of a type and shows one with its events", async () => {
    const { stripe, url } = await startLocalStripe();
    const { id } = await stripe.customers.create({ email: "mia@example.com", name: "<b>Mia</b>" });
    const list = await read(`${url}/_emulator/browse?type=customer`);
    expect(list).toContain(`/_emulator/browse?id=${id}`);
    expect(list).toContain("mia@example.com");
    expect(list).toContain("&lt;b&gt;Mia&lt;/b&gt;");
    expect(await read(`${url}/test/payments/${id}`)).toBe(await read(`${url}/_emulator/browse?id=${id}`));
    const one = await read(`${url}/_emulator/browse?id=${id}`);
    expect(one).toContain("customer.created");
    expect(one).toContain("mia@example.com");
  });

  it.each(["browse", "browse?type=unicorn", "browse?id=cus_none"])("answers 404 to %s", async (path) => {
    const { url } = await startLocalStripe();
    expect((await fetch(`${url}/_emulator/${path}`)).status).toBe(404);
  });
});
