import type { Page } from "@playwright/test";
import { runQuickscale } from "./cli";
import { expect, test } from "./fixtures";
import {
  countDeliveries,
  everyDelivery,
  flushDeliveries,
  healDeliveries,
  setDeliveryFaults,
} from "./local-stripe";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";

// Faults belong to the whole local Stripe: one at a time.
test.describe.configure({ mode: "serial" });
test.afterEach(() => healDeliveries());

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
  await flushDeliveries();
  const before = await countDeliveries();
  await setDeliveryFaults({ duplicate: everyDelivery });
  await buyPack(page);
  await expect(page).toHaveURL(/success/);
  await flushDeliveries();
  const delivered = (await countDeliveries()).succeeded! - (before.succeeded ?? 0);
  expect(delivered, "deliveries of one purchase, each sent twice").toBeGreaterThan(8);
  await expectExactlyOneGrant(page);
});

test("a webhook that comes late changes nothing that the success page has granted", async ({
  page,
  member,
}) => {
  expect(member.email).toBeTruthy();
  await setDeliveryFaults({ delay: 60_000 });
  await buyPack(page);
  await expect(page).toHaveURL(/success/);
  await expectExactlyOneGrant(page);
  expect((await countDeliveries()).pending, "deliveries still on their way").toBeGreaterThan(0);
  await flushDeliveries();
  await expectExactlyOneGrant(page);
});

test("with webhooks dropped the success page grants", async ({ page, member }) => {
  expect(member.email).toBeTruthy();
  await flushDeliveries();
  const before = await countDeliveries();
  await setDeliveryFaults({ drop: everyDelivery });
  await buyPack(page);
  await expect(page).toHaveURL(/success/);
  await expectExactlyOneGrant(page);
  expect(await countDeliveries()).toMatchObject({ succeeded: before.succeeded });
});

test("with webhooks dropped and the success page never reached the sweeper grants", async ({
  page,
  member,
}) => {
  expect(member.email).toBeTruthy();
  await flushDeliveries();
  const before = await countDeliveries();
  await setDeliveryFaults({ drop: everyDelivery });
  const { cookies } = await page.context().storageState();
  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 100 credits" }).click();
  await page.waitForURL("**/c/pay/**");
  await page.context().clearCookies(); // the success page grants to its signed-in owner alone
  await new HostedCheckoutPage(page).pay(cards.ok);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(async () => (await countDeliveries()).dropped).toBeGreaterThan((before.dropped ?? 0) + 3);
  await page.context().addCookies(cookies);
  await page.goto("/credits/history");
  await expect(page.getByText("+100")).toHaveCount(0);
  await runQuickscale("stripe", "sweep");
  // The page stands still once it is loaded: look again until the job has run.
  const grant = page.getByRole("table").getByRole("row").filter({ hasText: "+100" });
  await expect
    .poll(
      async () => {
        await page.goto("/credits/history");
        return grant.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  await expectExactlyOneGrant(page);
});
