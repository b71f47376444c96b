import { expect, test } from "./fixtures";
import { countMails, waitForMail } from "./inbox";
import { BillingPage } from "./pages/billing-page";
import { cards } from "./pages/hosted-checkout-page";
import { query } from "./session";

/** 51 credits that somebody gave. */
async function give51(email: string): Promise<void> {
  await query(
    `SELECT credit_grant(id, 51000, 'promo', 20, NULL, NULL, 0, NULL, 'gift', 'gift', 'A gift', now())
     FROM users WHERE email = $1`,
    [email],
  );
}

test("a member saves a card, switches auto top-up on, spends below the threshold, and is topped up once @phone-only", async ({
  page,
  member,
  expectAccessible,
}) => {
  await give51(member.email);
  const status = page.getByRole("region", { name: "How it stands" });

  await test.step("without a saved card there is nothing to switch on", async () => {
    await page.goto("/credits");
    await page.getByRole("link", { name: /Auto top-up/ }).click();
    await page.getByRole("button", { name: "Switch on" }).click();
    await expect(page.getByRole("alert").getByText("There is no saved card to charge.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Add one" })).toHaveAttribute("href", "/billing");
    const billing = new BillingPage(page);
    await billing.open();
    await billing.startAdding();
    await billing.save(cards.ok);
    await expect(billing.method("Visa •••• 4242")).toContainText("Default");
  });

  await test.step("the price, the card and the cap stand above the button", async () => {
    await page.goto("/credits/auto-top-up");
    await page.getByLabel("Monthly cap").fill("5");
    await expect(page.getByText("Too little for one pack.")).toBeVisible();
    await page.getByRole("button", { name: "Switch on" }).click();
    await expect(
      page.getByText("At least $10.00, the price of one pack, and at most $1,000.00."),
    ).toBeVisible();
    await page.getByLabel("Monthly cap").fill("20");
    await expect(page.getByText("2 packs a month at most.")).toBeVisible();
    await expect(page.getByText(/we charge Visa •••• 4242 \$10.00 for 100 credits/)).toBeVisible();
    await page.getByRole("button", { name: "Switch on" }).click();
    await expect(status.getByText("On", { exact: true })).toBeVisible();
    await expect(status).toContainText("$0.00 of $20.00");
  });

  await test.step("spending below 50 buys 100 credits, once", async () => {
    await page.goto("/services/text-statistics");
    await page.getByLabel("Text", { exact: true }).fill("Plain words, well chosen, are enough. ".repeat(40));
    await page.getByRole("button", { name: /^Run/ }).click();
    await expect(page.getByRole("region", { name: "Result of this run" })).toContainText("2 credits taken");
    await expect(async () => {
      await page.goto("/credits/auto-top-up");
      await expect(page.getByRole("listitem").filter({ hasText: "100 credits" })).toContainText("Paid");
    }).toPass();
    await expect(status).toContainText("149");
    await expect(status).toContainText("$10.00 of $20.00");
    await expectAccessible(page);
    await waitForMail(member.email, /Receipt: 100 credits/);
    expect(await countMails(member.email, /Receipt/)).toBe(1);
    await page.getByRole("link", { name: "100 credits", exact: true }).click();
    await expect(page).toHaveURL(/\/billing\/history\//);
  });

  await test.step("it is off as soon as the member says so", async () => {
    await page.goto("/credits/auto-top-up");
    await page.getByRole("button", { name: "Switch off" }).click();
    await expect(status.getByText("Off", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Switch on" })).toBeVisible();
  });
});
