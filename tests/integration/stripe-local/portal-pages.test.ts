import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { expect, it } from "vitest";
import { openPortal } from "./support/open-portal";
import { startBrowser } from "./support/start-browser";
import { startLocalStripe } from "./support/start-local-stripe";

async function violations(page: Page): Promise<string[]> {
  const found = (await new AxeBuilder({ page }).analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

it("is a portal that a keyboard can use, without accessibility violations on any page", async () => {
  const { open, subscribe, subscription, plans, url } = await openPortal();
  const { id } = await subscribe(plans.basic);
  const page = await startBrowser();
  await page.goto(`${url}${await open()}`);
  await page.getByLabel("About this page").waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("link", { name: "Cancel subscription" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Cancel your subscription" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("radio", { name: "It is too expensive" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Cancel subscription" }).press("Enter");
  await page.getByText("Your subscription was canceled.").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Don't cancel subscription" }).press("Enter");
  await page.getByText("Your subscription goes on.").waitFor();
  expect((await subscription(id)).cancel_at_period_end).toBe(false);

  await page.getByRole("link", { name: "Update plan" }).press("Enter");
  await page.getByRole("radio", { name: /^Pro/ }).press("Space");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  await page.getByText("Amount due today").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Confirm" }).press("Enter");
  await page.getByText("Your plan was changed.").waitFor();
  expect((await subscription(id)).items.data[0]!.price.id).toBe(plans.pro);

  await page.getByRole("link", { name: "Add payment method" }).press("Enter");
  await page.getByLabel("Card number").pressSequentially("4000002500003155");
  await page.getByLabel("Expiration").pressSequentially("1240");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Mia Wong");
  expect(await page.getByLabel("Card number").inputValue()).toBe("4000 0025 0000 3155");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await page.getByRole("heading", { name: "3-D Secure" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Complete" }).press("Enter");
  await page.getByRole("article", { name: "Visa •••• 3155" }).getByText("Default").waitFor();

  await page.getByRole("link", { name: "Update details" }).press("Enter");
  expect(await violations(page)).toEqual([]);
}, 90_000);

it("is a page for saving a card that a keyboard can use, without accessibility violations", async () => {
  const { stripe, url } = await startLocalStripe();
  const customer = (await stripe.customers.create({ email: "mia@example.com" })).id;
  const session = await stripe.checkout.sessions.create({
    mode: "setup",
    currency: "usd",
    customer,
    success_url: `${url}/_emulator`,
  });
  const page = await startBrowser();
  await page.goto(session.url!);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Card number").pressSequentially("4000000000000002");
  await page.getByLabel("Expiration").pressSequentially("1240");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Mia Wong");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Your card was declined.").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Card number").fill("4242424242424242");
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await page.waitForURL(/_emulator/);
  expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
}, 60_000);
