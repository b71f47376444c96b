import { expect, test } from "./fixtures";
import { payInDashboard } from "./local-stripe";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { seededAdmin } from "./seeded";
import { query, signInAs } from "./session";

test("an admin finds a refused payment by its reason, sees both sides of it, and looks a pasted id up", async ({
  page,
  browser,
  member,
}) => {
  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 100 credits" }).click();
  const checkout = new HostedCheckoutPage(page);
  await checkout.pay(cards.declined);
  await expect(page.getByText("Your card was declined")).toBeVisible();
  await checkout.pay(cards.ok);
  await expect(page).toHaveURL(/success/);
  const [user] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [member.email]);
  const card = "pm_card_visa_chargeDeclinedInsufficientFunds";
  const refused = await payInDashboard({ userId: user!.id, amountMinor: 4321, card });

  const desk = await browser.newPage({ viewport: page.viewportSize() });
  await signInAs(desk, seededAdmin);
  await desk.goto("/admin/payments");
  await desk.getByLabel("Decline reason").fill("insufficient_funds");
  await expect(desk).toHaveURL(/decline=insufficient_funds/);
  await expect(desk.getByText("insufficient_funds: Your card has insufficient funds.").first()).toBeVisible();
  await desk.getByLabel("Amount").fill("43.21");
  await expect(desk.getByText("No payment is like that")).toBeVisible();
  await desk.getByRole("link", { name: "Search in Stripe" }).first().click();
  const inStripe = desk.getByRole("row").filter({ hasText: refused });
  await expect(inStripe.getByText("In Stripe, not here")).toBeVisible();
  await inStripe.getByRole("link", { name: "Investigate and register" }).click();
  await expect(desk.getByText("insufficient_funds: Your card has insufficient funds.")).toBeVisible();
  await expect(desk.getByText(member.email)).toBeVisible();

  await desk.goto(`/admin/payments?q=${encodeURIComponent(member.email)}`);
  await desk.getByRole("link", { name: "100 credits" }).click();
  await expect(desk.getByText("Both sides agree.")).toBeVisible();
  await expect(desk.getByText("A try to pay was refused")).toBeVisible();
  await expect(desk.getByText("Mail: purchase receipt")).toBeVisible();
  const charge = await desk.locator("dd").filter({ hasText: /^ch_/ }).first().textContent();
  await desk.goto("/admin/reconciliation");
  await desk.getByLabel("Stripe id").fill(charge ?? "");
  await desk.getByRole("button", { name: "Investigate" }).click();
  await expect(desk.getByRole("heading", { name: "Charge" })).toBeVisible();
  await expect(desk.getByText("Nothing that is compared differs.")).toBeVisible();
  await desk.getByRole("link", { name: "Open the payment" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "100 credits" })).toBeVisible();
  await desk.context().close();

  // To a member none of it is there.
  for (const path of [
    "/admin/payments",
    "/admin/reconciliation",
    `/admin/reconciliation/investigate?id=${refused}`,
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
});
