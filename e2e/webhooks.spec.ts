import type { Page } from "@playwright/test";
import { runQuickscale } from "./cli";
import { expect, test } from "./fixtures";
import {
  countDeliveries,
  everyDelivery,
  flushDeliveries,
  healDeliveries,
  payInDashboard,
  setDeliveryFaults,
} from "./local-stripe";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { seededAdmin } from "./seeded";
import { query, signInAs } from "./session";

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

test("a payment made in Stripe alone, of which no webhook came, is found, and registered to its member once", async ({
  page,
  browser,
  member,
}) => {
  await flushDeliveries();
  await setDeliveryFaults({ drop: everyDelivery });
  const [user] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [member.email]);
  const id = await payInDashboard({ userId: user!.id, amountMinor: 1000, card: "pm_card_visa" });
  await healDeliveries();

  const office = await browser.newContext();
  const desk = await office.newPage();
  await signInAs(desk, seededAdmin);
  await desk.goto("/admin/reconciliation");
  await desk.getByLabel("Reason").fill("A member misses what they paid for");
  await desk.getByRole("button", { name: "Start run" }).click();
  await expect(desk).toHaveURL(/reconciliation\/[0-9a-f-]{36}/);
  await expect(desk.getByText("Finished")).toBeVisible({ timeout: 60_000 });
  await desk.goto(`${desk.url().split("?")[0]}?kind=unknown_customer`);
  const found = desk.getByRole("listitem").filter({ has: desk.getByRole("link", { name: id }) });
  await found.getByRole("link", { name: "Register" }).click();

  await expect(desk.getByRole("textbox", { name: "Member" })).toHaveValue(member.email);
  await expect(desk.getByLabel("What it paid for")).toHaveValue("pack_100");
  await desk.getByRole("button", { name: "Preview" }).click();
  await expect(desk.getByText(`What it does for ${member.email}`)).toBeVisible();
  const second = await office.newPage();
  await second.goto(desk.url());
  for (const tab of [desk, second]) {
    await tab.getByLabel("Reason").fill("Paid at Stripe's dashboard");
    await tab.getByRole("button", { name: `Register to ${member.email}` }).click();
    await expect(tab).toHaveURL(/\/admin\/payments\/[0-9a-f-]{36}/);
  }
  await expect(desk.getByText("Registered to its member")).toBeVisible();
  await expect(second.getByText("It was registered already")).toBeVisible();
  await expect(desk.getByText("Both sides agree.")).toBeVisible();
  await office.close();

  await expectExactlyOneGrant(page);
  await page.goto("/billing/history");
  await page.getByRole("link", { name: "100 credits", exact: true }).click();
  await expect(page.getByRole("link", { name: /Receipt PDF/ })).toBeVisible();
});
