import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { countMails, waitForMail } from "./inbox";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { seededAdmin } from "./seeded";
import { query, signInAs } from "./session";
import { readStack } from "./stack";

/** A browser of its own, in which the admin is signed in. */
async function openForAdmin(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, seededAdmin);
  return page;
}

const reason = (page: Page) => page.getByLabel("Reason");

test("webhooks that were given up are found, replayed alone and together, and applied once", async ({
  page,
  browser,
  member,
}) => {
  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 500 credits" }).click();
  await new HostedCheckoutPage(page).pay(cards.ok);
  await expect(page).toHaveURL(/\/credits\/buy\/success/);
  const [customer] = await query<{ id: string }>(
    `SELECT b.stripe_customer_id AS id FROM billing_customers b JOIN users u ON u.id = b.user_id WHERE u.email = $1`,
    [member.email],
  );
  const told = `stripe_customer_id = $1 AND type IN ('checkout.session.completed', 'payment_intent.succeeded')`;
  await expect(async () => {
    const done = await query(`SELECT id FROM stripe_events WHERE ${told} AND status = 'processed'`, [
      customer!.id,
    ]);
    expect(done).toHaveLength(2);
    // A job that comes late would process again what is said to be dead.
    expect(
      await query("SELECT 1 FROM graphile_worker.jobs WHERE key LIKE '%' || $1", [customer!.id]),
    ).toEqual([]);
  }).toPass();
  await query(`UPDATE stripe_events SET status = 'dead', attempts = 12, error = 'boom' WHERE ${told}`, [
    customer!.id,
  ]);

  const admin = await openForAdmin(browser);
  const list = `/admin/webhooks?status=dead&object=${customer!.id}`;
  await admin.goto(list);
  const rows = admin.getByRole("region", { name: "Webhooks" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await admin.getByRole("link", { name: "checkout.session.completed" }).click();
  await expect(admin).toHaveURL(/\/admin\/webhooks\/evt_/);
  await expect(admin.getByText("Given up")).toBeVisible();
  await expect(admin.getByRole("link", { name: member.email })).toBeVisible();
  await admin.getByRole("button", { name: "Replay" }).click();
  await expect(admin.getByText("Say why, in 3 to 500 characters.")).toBeVisible();
  await reason(admin).fill("The outage is over");
  await admin.getByRole("button", { name: "Replay" }).click();
  await expect(admin.getByText("It is processed again.")).toBeVisible();

  await admin.goto(list);
  await admin.getByRole("link", { name: "Replay those given up" }).click();
  await expect(admin.getByRole("heading", { name: "1 webhook will be processed again" })).toBeVisible();
  await reason(admin).fill("The outage is over");
  await admin.getByRole("button", { name: "Replay 1 webhook" }).click();
  await expect(admin.getByText("They are processed again.")).toBeVisible();
  await expect(async () => {
    await admin.goto(`/admin/webhooks?object=${customer!.id}&status=dead`);
    await expect(admin.getByText("No webhook is like that")).toBeVisible({ timeout: 1_000 });
    const applied = await query(`SELECT id FROM stripe_events WHERE ${told} AND status = 'processed'`, [
      customer!.id,
    ]);
    expect(applied).toHaveLength(2);
  }).toPass();
  await page.goto("/credits/history");
  await expect(page.getByRole("row").filter({ hasText: "+500" })).toHaveCount(1);
});

test("what a visitor writes is answered by an admin, both by mail @phone", async ({
  page,
  browser,
  expectAccessible,
}) => {
  const [email, subject] = [`visitor-${randomUUID()}@example.com`, `Invoices ${randomUUID().slice(0, 8)}`];
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Contact" }).click();
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("Email").fill("no address");
  await page.getByLabel("What is it about?").fill(subject);
  await page.getByLabel("Message").fill("Where do I find\nmy invoices?");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByText("Enter one email address")).toBeVisible();
  await expect(page.getByLabel("Message")).toHaveValue("Where do I find\nmy invoices?");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  // Nobody proved that the address is theirs: what stands in the message is not sent there.
  expect((await waitForMail(email, /We got your message/)).text).not.toContain("my invoices?");
  await waitForMail(seededAdmin.email, new RegExp(`New message: ${subject}`));

  const admin = await openForAdmin(browser);
  await admin.goto("/admin/messages?status=open");
  await admin.getByRole("link", { name: subject }).click();
  await admin.getByLabel("Your answer").fill("Under Billing.\nEach has a PDF.");
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Send answer" }).click();
  await expect(admin.getByText("Your answer is on its way.")).toBeVisible();
  await expect(admin.getByText("Each has a PDF.")).toBeVisible();
  expect((await waitForMail(email, new RegExp(`Re: ${subject}`))).text).toContain("Each has a PDF.");
  await admin.getByText("Close", { exact: true }).click();
  await reason(admin).fill("Answered");
  await admin.getByRole("button", { name: "Close the message" }).click();
  await expect(admin.getByText("An answer opens it again.")).toBeVisible();
  expect(await countMails(email, new RegExp(`Re: ${subject}`))).toBe(1);
});

test("a service that an admin switches off is refused and shown as unavailable, until it is on again", async ({
  page,
  browser,
  member,
}) => {
  expect(member.email).toBeTruthy();
  const admin = await openForAdmin(browser);
  const { appUrl } = readStack();
  const quote = () =>
    page.request.post("/services/image-optimiser/quote", {
      headers: { origin: appUrl, accept: "application/json" },
      multipart: { format: "webp" },
    });
  const switchTo = async (verb: "Switch off" | "Switch on") => {
    await admin.goto("/admin/services");
    const card = admin.getByRole("region", { name: "Image optimiser", exact: true });
    await card.getByText(verb, { exact: true }).first().click();
    await card.getByLabel("Reason").fill("A fault in its results");
    await card.getByRole("button", { name: verb, exact: true }).click();
    await expect(admin.getByRole("status").filter({ hasText: "The service is" })).toBeVisible();
  };

  await switchTo("Switch off");
  try {
    const refused = await quote();
    expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([
      503,
      "services.switched_off",
    ]);
    await page.goto("/services");
    await expect(page.getByText("Unavailable for now")).toBeVisible();
    await page.goto("/services/image-optimiser");
    await expect(page.getByText("This service is unavailable for now.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Run/ })).toHaveCount(0);
    await admin.goto("/admin/audit");
    await expect(admin.getByText("“A fault in its results”").first()).toBeVisible();
  } finally {
    await switchTo("Switch on");
  }
  await page.goto("/services/image-optimiser");
  await expect(page.getByRole("button", { name: /^Run/ })).toBeVisible();
  expect((await quote()).status()).not.toBe(503);
});
