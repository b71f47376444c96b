import { expect, test } from "./fixtures";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { seededMember } from "./seeded";
import { signInAs } from "./session";

test("a member finds their payments, the failed and refunded ones, too, and nobody else does @phone-only", async ({
  page,
  browser,
  baseURL,
  join,
  expectAccessible,
}) => {
  await signInAs(page, seededMember);
  await page.goto("/billing/history");
  const rows = page.getByRole("table").getByRole("row");

  await test.step("filters", async () => {
    await page.getByLabel("Type").selectOption("Refunds");
    await expect(page).toHaveURL(/type=refund/);
    await expect(rows).toHaveCount(2);
    await page.getByRole("table").getByRole("link", { name: "Refund: 100 credits" }).click();
    await expect(page.getByRole("region", { name: "Refund", exact: true })).toContainText(
      "100 credits were taken back.",
    );
    await expectAccessible(page);
  });

  await test.step("a payment that failed says why", async () => {
    await page.goto("/billing/history?status=failed");
    await page.getByRole("table").getByRole("link", { name: "1,000 credits" }).click();
    await expect(page.getByRole("region", { name: "2 tries" })).toContainText(
      "There is not enough money on it.",
    );
    await expect(page.getByText("You were not charged.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("somebody else finds nothing there", async () => {
    const context = await browser.newContext({ baseURL: baseURL! });
    const stranger = await context.newPage();
    await join(stranger);
    const response = await stranger.goto(page.url());
    expect(response?.status()).toBe(404);
    await stranger.goto("/billing/history");
    await expect(stranger.getByText("You have not paid for anything yet")).toBeVisible();
    await expectAccessible(stranger);
    await context.close();
  });
});

test("a purchase has its receipt to download, its card and its credits", async ({ page, member }) => {
  expect(member.email).toBeTruthy();
  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 100 credits" }).click();
  await new HostedCheckoutPage(page).pay(cards.ok);
  await expect(page).toHaveURL(/success/);
  await page.goto("/billing/history");
  await page.getByRole("table").getByRole("link", { name: "100 credits" }).click();
  await expect(page.getByRole("region", { name: "Payment", exact: true })).toContainText("Visa •••• 4242");
  await expect(page.getByRole("region", { name: "Credits" })).toContainText("+100");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Receipt\s*PDF/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^R-\d{4}-\d{6}\.pdf$/);
});
