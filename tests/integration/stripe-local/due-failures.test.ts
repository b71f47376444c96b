import { describe, expect, it, onTestFinished, vi } from "vitest";
import { stateFile } from "./support/run-local-stripe";
import { at, type Billing, day, idOf, startBilling } from "./support/start-billing";
import { controlsOf, startLocalStripe } from "./support/start-local-stripe";

/** Within a period, a phase that the stand-in cannot enter: it refuses prices of different intervals. */
async function withImpossiblePhase(billing: Billing): Promise<{ id: string; schedule: string }> {
  const { stripe, price, subscribe } = billing;
  const [gold, yearly] = [await price("Gold"), await price("Support", 100, { interval: "year" })];
  const { id } = await subscribe(gold);
  const { id: schedule } = await stripe.subscriptionSchedules.create({ from_subscription: id });
  await stripe.subscriptionSchedules.update(schedule, {
    phases: [
      { items: [{ price: gold }], start_date: at("2030-01-01"), end_date: at("2030-01-10") },
      { items: [{ price: gold }, { price: yearly }], duration: { interval: "month", interval_count: 1 } },
    ],
  });
  return { id, schedule };
}

/** What is written to stderr meanwhile. */
function listenToErrors(): string[] {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  onTestFinished(() => spy.mockRestore());
  return lines;
}

const dashboard = async (url: string): Promise<string> => (await fetch(`${url}/_emulator`)).text();

describe("something due that fails", () => {
  it("is dropped with all that it had changed, and everything else goes on", async () => {
    listenToErrors();
    const billing = await startBilling("2030-01-01");
    const { stripe, advance, price, subscribe, invoices, told } = billing;
    const { schedule } = await withImpossiblePhase(billing);
    const other = await subscribe(await price("Silver"));
    const before = await told("subscription_schedule.updated");
    await advance("2030-02-03");
    expect(await told("subscription_schedule.updated")).toEqual(before);
    const { current_phase: phase } = await stripe.subscriptionSchedules.retrieve(schedule);
    expect(day(phase?.end_date)).toBe("2030-01-10");
    expect((await invoices(other.id)).map(({ status }) => status)).toEqual(["paid", "paid"]);
  });

  it("is told once on stderr, and stays on the dashboard", async () => {
    const written = listenToErrors();
    const billing = await startBilling("2030-01-01");
    const { schedule } = await withImpossiblePhase(billing);
    expect(await dashboard(billing.url)).not.toContain("Failures");
    await billing.advance("2030-01-20");
    const mine = written.filter((line) => line.includes(schedule));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain("prices of different intervals");
    expect(await billing.control("GET", "stats")).toMatchObject({
      failures: [{ at: at("2030-01-10"), clock: billing.clock, kind: "schedule_turns", objectId: schedule }],
    });
    const page = await dashboard(billing.url);
    expect(page).toContain(`<td>schedule turns</td><td><a href="/_emulator/browse?id=${schedule}">`);
    expect(page).toContain("The local Stripe does not implement prices of different intervals");
  });

  it("is forgotten by a reset, which does not run it first", async () => {
    const written = listenToErrors();
    let ms = at("2030-01-01") * 1000;
    const { stripe, control } = await startLocalStripe({ now: () => ms });
    const { id: customer } = await stripe.customers.create();
    const prices = await Promise.all(
      (["month", "year"] as const).map((interval) =>
        stripe.prices.create({
          ...{ currency: "usd", unit_amount: 1000, recurring: { interval } },
          product_data: { name: interval },
        }),
      ),
    );
    await stripe.subscriptionSchedules.create({
      customer,
      start_date: at("2030-01-02"),
      phases: [
        {
          items: prices.map(({ id }) => ({ price: id })),
          duration: { interval: "month", interval_count: 1 },
        },
      ],
    });
    ms = at("2030-01-03") * 1000;
    await control("POST", "reset");
    expect(written).toEqual([]);
    expect(await control("GET", "stats")).toMatchObject({ failures: [] });
  });

  it("leaves neither requests nor the next start failing", async () => {
    listenToErrors();
    const file = stateFile();
    const first = await startLocalStripe({ stateFile: file });
    const customer = await first.stripe.customers.create({ payment_method: "pm_card_visa" });
    const prices = await Promise.all(
      (["month", "year"] as const).map((interval) =>
        first.stripe.prices.create({
          ...{ currency: "usd", unit_amount: 1000, recurring: { interval } },
          product_data: { name: interval },
        }),
      ),
    );
    const schedule = await first.stripe.subscriptionSchedules.create({
      customer: customer.id,
      start_date: Math.floor(Date.now() / 1000) + 60,
      phases: [
        {
          items: prices.map(({ id }) => ({ price: id })),
          duration: { interval: "month", interval_count: 1 },
        },
      ],
    });
    await first.control("POST", "advance?seconds=120");
    await first.close();
    const second = await startLocalStripe({ stateFile: file });
    expect(idOf(await second.stripe.customers.retrieve(customer.id))).toBe(customer.id);
    expect(await dashboard(second.url)).toContain(schedule.id);
    await controlsOf(second.url)("POST", "reset");
    expect(await dashboard(second.url)).not.toContain("Failures");
  });
});
