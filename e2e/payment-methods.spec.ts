import { expect, test } from "./fixtures";
import { BillingPage } from "./pages/billing-page";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";

const asksOnSetup = "4000 0025 0000 3155";
const mastercard = "5555 5555 5555 4444";

test("a member adds cards in place, chooses one and removes them @phone-only", async ({
  page,
  member,
  expectAccessible,
}) => {
  expect(member.email).toBeTruthy();
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) refusals.push(message.text());
  });
  const billing = new BillingPage(page);
  await billing.open();
  await expect(page.getByText("No payment method yet")).toBeVisible();

  await test.step("a declined card is told, and the dialog stays", async () => {
    await billing.startAdding();
    await expectAccessible(page);
    await billing.save(cards.declined);
    await expect(billing.dialog.getByRole("alert")).toContainText("declined");
  });

  await test.step("the bank asks in place; saying no saves nothing, saying yes does", async () => {
    await billing.save(asksOnSetup);
    await billing.bank.getByRole("button", { name: "Fail" }).click();
    await expect(billing.dialog.getByRole("alert")).toContainText("Your bank was not told that it is you");
    await billing.save(asksOnSetup);
    await billing.bank.getByRole("button", { name: "Complete" }).click();
    await expect(billing.dialog).toBeHidden();
    await expect(billing.method("Visa •••• 3155")).toContainText("Default");
    await expect(page.getByRole("button", { name: "Add payment method" })).toBeFocused();
  });

  await test.step("the next card is the default, until the other one is chosen", async () => {
    await billing.startAdding();
    await billing.save(mastercard);
    await expect(billing.method("Mastercard •••• 4444")).toContainText("Default");
    await expect(billing.method("Visa •••• 3155")).not.toContainText("Default");
    await billing.choose("Visa •••• 3155", "Make default");
    await expect(billing.method("Visa •••• 3155")).toContainText("Default");
    await expect(page.getByText("Visa •••• 3155 is your default now.")).toBeHidden(); // half faded it is no text to read
    await expectAccessible(page);
  });

  await test.step("removing the default names the next one, and asks", async () => {
    await billing.choose("Visa •••• 3155", "Remove…");
    const confirm = page.getByRole("dialog", { name: "Remove Visa •••• 3155?" });
    await expect(confirm).toContainText("Mastercard •••• 4444 becomes your default");
    await confirm.getByRole("button", { name: "Keep it" }).click();
    await billing.choose("Visa •••• 3155", "Remove…");
    await confirm.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(billing.method("Visa •••• 3155")).toBeHidden();
    await expect(billing.method("Mastercard •••• 4444")).toContainText("Default");
    await page.reload();
    await expect(billing.method("Mastercard •••• 4444")).toContainText("Default");
  });
  expect(refusals).toEqual([]);
});

test("who comes by a link within the app adds a card, too: the page is loaded anew for Stripe's script", async ({
  page,
  member,
}) => {
  expect(member.email).toBeTruthy();
  await page.goto("/dashboard");
  await page.getByRole("navigation").getByRole("link", { name: "Billing" }).click();
  await expect(page).toHaveURL(/\/billing$/);
  const billing = new BillingPage(page);
  await billing.startAdding();
  await billing.save(cards.ok);
  await expect(billing.method("Visa •••• 4242")).toContainText("Default");
});

test("the dialog closes by keyboard, and by it alone when nothing is under way", async ({ page, member }) => {
  expect(member.email).toBeTruthy();
  const billing = new BillingPage(page);
  await billing.open();
  await billing.startAdding();
  await page.keyboard.press("Escape");
  await expect(billing.dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Add payment method" })).toBeFocused();
});

test("without JavaScript a card is added on Stripe's page", async ({ page, member, browser, baseURL }) => {
  expect(member.email).toBeTruthy();
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL: baseURL! });
  const plain = await context.newPage();
  await plain.goto("/billing");
  await plain.getByRole("button", { name: "Add payment method" }).click();
  await new HostedCheckoutPage(plain).pay(cards.ok, "Save");
  await expect(plain).toHaveURL(/\/billing\?added=cs_/);
  const back = plain.url();
  await context.close();

  // With JavaScript the same way back makes it the default, and leaves no trace in the address.
  await page.goto(back);
  await expect(page).toHaveURL(/\/billing$/);
  await expect(new BillingPage(page).method("Visa •••• 4242")).toContainText("Default");
});

test("the billing portal opens for the member's own billing, and leads back", async ({ page, member }) => {
  await page.goto("/billing");
  await page.getByRole("button", { name: "Open billing portal" }).click();
  await expect(page).toHaveURL(/\/p\/session\//);
  await expect(page.getByText(member.email)).toBeVisible();
  await page
    .getByRole("link", { name: /return/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/billing$/);
});
