import type { Page } from "@playwright/test";
import { runQuickscale } from "./cli";
import { expect, test } from "./fixtures";
import { flushDeliveries, setDeliveryFaults } from "./local-stripe";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";

// Faults belong to the whole local Stripe: one at a time.
test.describe.configure({ mode: "serial" });
test.afterEach(() => setDeliveryFaults({}));

async function buyPack(page: Page): Promise<void> {
  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 100 credits" }).click();
  await new HostedCheckoutPage(page).pay(cards.ok);
}

async function expectExactlyOneGrant(page: Page): Promise<void> {
  await page.goto("/credits/history");
  await expect(page.getByRole("table").getByRole("row").filter({ hasText: "+100" })).toHaveCount(1);
}

test("webhooks that arrive many times grant once", async ({ page, member }) => {
  expect(member.email).toBeTruthy();
  await setDeliveryFaults({ duplicate: 5 });
  await buyPack(page);
  await expect(page).toHaveURL(/success/);
  await flushDeliveries();
  await expectExactlyOneGrant(page);
});

test("a webhook that comes late changes nothing that the success page has granted", async ({
  page,
  member,
}) => {
  expect(member.email).toBeTruthy();
  await setDeliveryFaults({ delayMs: 3000 });
  await buyPack(page);
  await expect(page).toHaveURL(/success/);
  await expectExactlyOneGrant(page);
  await flushDeliveries();
  await expectExactlyOneGrant(page);
});

test("with webhooks dropped the success page grants", async ({ page, member }) => {
  expect(member.email).toBeTruthy();
  await setDeliveryFaults({ drop: 1 });
  await buyPack(page);
  await expect(page).toHaveURL(/success/);
  await expectExactlyOneGrant(page);
});

test("with webhooks dropped and the success page never opened the sweeper grants", async ({
  page,
  member,
}) => {
  expect(member.email).toBeTruthy();
  await setDeliveryFaults({ drop: 1 });
  await page.route("**/credits/buy/success**", (route) => route.abort());
  await buyPack(page);
  await flushDeliveries();
  await page.unroute("**/credits/buy/success**");
  await runQuickscale("stripe", "sweep");
  await expect(async () => {
    await expectExactlyOneGrant(page);
  }).toPass({ timeout: 20_000 });
});
