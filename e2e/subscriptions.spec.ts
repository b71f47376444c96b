import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  advanceClock,
  everyDelivery,
  flushDeliveries,
  healDeliveries,
  refundInDashboard,
  setDeliveryFaults,
} from "./local-stripe";
import { AdminPlanPage } from "./pages/admin-plan-page";
import { BillingPage } from "./pages/billing-page";
import { HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { PlansPage } from "./pages/plans-page";

const failsWhenCharged = "4000 0000 0000 0341";
const works = "4242 4242 4242 4242";
const text = "The quick brown fox jumps over the lazy dog. It was not amused. ".repeat(20);

// The clock and the faults belong to the whole local Stripe: one at a time, after all other journeys.
test.describe.configure({ mode: "serial" });
test.afterEach(() => healDeliveries());

/** What comes in another order is lived through by the chaos suite in each `npm test`; here by `npm run test:months`. */
const weathers = [
  { weather: "as webhooks usually come", faults: {} },
  {
    weather: "with webhooks twice and in reverse @long",
    faults: { duplicate: everyDelivery, reorder: 1_000 },
  },
];

const balance = (page: Page) => page.getByTestId("header-balance");

/** Looks again until it is there: a page that is loaded stands still. */
async function waitOn(page: Page, path: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** The instant that the open preview was computed for. */
async function secondOfPreview(page: Page): Promise<number> {
  return Number((await page.locator("input[name=token]").inputValue()).split(".")[0]);
}

/** The app hears of the new time a moment after it was set. */
async function secondOfNewPreview(page: Page): Promise<number> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  const second = await secondOfPreview(other);
  await other.close();
  return second;
}

/** Lets a month pass, whichever it is, and everything that follows from it. */
async function passMonth(): Promise<void> {
  await advanceClock({ days: 32 });
  await flushDeliveries();
}

for (const { weather, faults } of weathers) {
  test(`a plan's whole life, ${weather}`, async ({ page, browser, member, expectAccessible }) => {
    expect(member.email).toBeTruthy();
    const plans = new PlansPage(page);
    await setDeliveryFaults(faults);

    await test.step("subscribe to Basic and spend", async () => {
      await plans.subscribe("Basic, monthly");
      await expect(page.getByText("your plan has begun")).toBeVisible();
      await expect(balance(page)).toContainText("1,000");
      await page.goto("/services/text-statistics");
      await page.getByLabel("Text", { exact: true }).fill(text);
      await page.getByRole("button", { name: /^Run/ }).click();
      await expect(page.getByRole("region", { name: "Result of this run" })).toContainText("2 credits taken");
    });

    await test.step("upgrade to Pro: what was previewed is what is charged and granted", async () => {
      const pay = plans.dialog.getByRole("button", { name: /^Pay/ });
      await plans.preview("Upgrade to Pro, monthly");
      await expectAccessible(page);
      const shown = await secondOfPreview(page);
      await advanceClock({ minutes: 15 });
      await expect.poll(() => secondOfNewPreview(page)).toBeGreaterThan(shown + 600);
      await pay.click();
      await expect(plans.dialog).toContainText("The figures have changed since you saw them.");
      await expect.poll(() => secondOfPreview(page)).toBeGreaterThan(shown + 600);
      const [price] = /\$[\d.]+/.exec(await pay.innerText())!;
      const [credits] = /\+[\d,.]+/.exec(await plans.dialog.innerText())!;
      await pay.click();
      await expect(page.getByText("You are on Pro, monthly now.")).toBeVisible();
      await page.goto("/billing/history");
      await page.getByRole("table").getByRole("link", { name: "Pro, monthly" }).click();
      await expect(page.getByRole("region", { name: "Payment", exact: true })).toContainText(price);
      await expect(page.getByRole("region", { name: "Credits" })).toContainText(credits);
      await expectAccessible(page);
    });

    await test.step("a month later: the next credits are in, the old ones expired and explained", async () => {
      await passMonth();
      await waitOn(page, "/billing/history", "$100.00");
      await page.goto("/credits");
      await expect(balance(page)).toContainText("2,500");
      const why = page.getByRole("region", { name: "Why is my balance 2,500?" });
      await expect(why).toContainText("Expired");
      await page.goto("/credits/history");
      await expect(page.getByRole("row").filter({ hasText: "Expired" }).first()).toContainText("−");
    });

    await test.step("downgrade waits for the end of the period, and is taken back", async () => {
      await plans.preview("Downgrade to Basic, monthly");
      await expect(plans.dialog).toContainText("You pay now$0.00");
      await plans.dialog.getByRole("button", { name: /^Change on/ }).click();
      await expect(plans.current).toContainText("Changes to Basic, monthly on");
      await plans.press("Undo the change");
      await expect(plans.current).toContainText("Renews on");
    });

    await test.step("cancel, resume; support cancels, takes it back, cancels", async () => {
      await plans.cancel("Something is missing");
      await expect(plans.current).toContainText("Ends on");
      await expectAccessible(page);
      await plans.press("Resume plan");
      await expect(plans.current).toContainText("Renews on");
      const admin = await AdminPlanPage.open(browser, member);
      await admin.cancel("Asked on the phone");
      await admin.undoCancel("Changed their mind");
      await admin.cancel("Asked on the phone");
      await admin.page.context().close();
      await plans.open();
      await expect(plans.current).toContainText("Ends on");
    });

    await test.step("it ends when what was paid for is over", async () => {
      await expect(balance(page)).toContainText("2,500");
      await passMonth();
      await waitOn(page, "/billing/plans", "Choose a plan");
      await expect(balance(page)).toContainText(/^\D*0/);
      await expect(page.getByRole("button", { name: "Subscribe to Pro, monthly" })).toBeVisible();
    });
  });

  test(`a renewal that fails is paid with a new card, ${weather}`, async ({
    page,
    member,
    expectAccessible,
  }) => {
    expect(member.email).toBeTruthy();
    const billing = new BillingPage(page);
    const banner = page.getByRole("region", { name: "Open payment" });
    const plans = new PlansPage(page);
    await plans.subscribe("Basic, monthly");
    await billing.open();
    await billing.startAdding();
    await billing.save(failsWhenCharged);
    await expect(billing.method("Visa •••• 0341")).toContainText("Default");
    await setDeliveryFaults(faults);

    await test.step("an upgrade that the bank refuses changes nothing, and says what to do", async () => {
      await plans.preview("Upgrade to Pro, monthly");
      await plans.dialog.getByRole("button", { name: /^Pay/ }).click();
      await expect(plans.dialog.getByRole("alert")).toContainText("Your card was declined.");
      await expect(plans.dialog.getByRole("link", { name: "Payment methods" })).toBeVisible();
      await plans.open();
      await expect(plans.current).toContainText("Basic, monthly");
    });

    await test.step("the renewal fails: no credits, and every page says so", async () => {
      await passMonth();
      await waitOn(page, "/dashboard", "did not go through");
      await expect(banner).toContainText("$50.00");
      await expect(balance(page)).toContainText(/^\D*0/);
      await expectAccessible(page);
      await page.goto("/billing/history?status=failed");
      await page.getByRole("table").getByRole("link", { name: "Basic, monthly" }).click();
      await expect(page.getByRole("region", { name: "Payment", exact: true })).toContainText(
        "You were not charged.",
      );
    });

    await test.step("a new card pays it at once", async () => {
      await banner.getByRole("link", { name: "Update payment method" }).click();
      await expect(page).toHaveURL(/\/billing$/);
      await billing.startAdding();
      await billing.save(works);
      await expect(page.getByText("Your open invoice of $50.00 is paid.")).toBeVisible();
      await flushDeliveries();
      await expect(async () => {
        await page.goto("/billing/plans");
        await expect(banner).toBeHidden({ timeout: 1_000 });
        await expect(balance(page)).toContainText("1,000", { timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
      await page.goto("/billing/history?status=failed");
      await expect(page.getByText("No payment fits these filters")).toBeVisible();
    });
  });

  test(`what is refunded in Stripe's dashboard is seen by the member, ${weather}`, async ({
    page,
    member,
  }) => {
    await page.goto("/credits/buy");
    await page.getByRole("button", { name: "Buy 100 credits" }).click();
    await new HostedCheckoutPage(page).pay(works);
    await expect(page).toHaveURL(/success/);
    await expect(balance(page)).toContainText("100");
    await setDeliveryFaults(faults);
    const refunds = page.getByRole("table").getByRole("link", { name: "Refund: 100 credits" });
    for (const [count, { amountMinor, left }] of [
      { amountMinor: 400, left: /^\D*60\b/ },
      { amountMinor: 600, left: /^\D*0\b/ },
    ].entries()) {
      await refundInDashboard(member.email, amountMinor);
      await flushDeliveries();
      await expect(async () => {
        await page.goto("/billing/history?type=refund");
        await expect(balance(page)).toContainText(left, { timeout: 1_000 });
        await expect(refunds).toHaveCount(count + 1, { timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
    }
    await refunds.first().click();
    await expect(page.getByRole("region", { name: "Refunds" })).toContainText("60 credits were taken back.");
  });
}
