import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { countMails, linkIn, waitForMail } from "./inbox";
import { type Member, query, signInAs } from "./session";

const mails = {
  "credits-low": { balance: "40", threshold: "50", debt: null, buyUrl: "http://localhost/credits/buy" },
  "password-changed": { changedAt: "22 Nov 2026, 08:30 UTC", resetUrl: "http://localhost/forgot-password" },
};

/** Puts a mail into the outbox, as what is its reason does, and returns its key. */
async function queueMail({ email }: Member, template: keyof typeof mails): Promise<string> {
  const key = `test:${randomUUID()}`;
  await query(
    `WITH mail AS (
      INSERT INTO outbox_emails (id, key, user_id, recipient, template, message)
      SELECT uuidv7(), $1, id, email, $2, $3 FROM users WHERE email = $4 RETURNING id
    ) SELECT graphile_worker.add_job('send-email', json_build_object('emailId', id)) FROM mail`,
    [key, template, JSON.stringify({ template, props: mails[template] }), email],
  );
  return key;
}

const statusOf = async (key: string) =>
  (await query<{ status: string }>("SELECT status FROM outbox_emails WHERE key = $1", [key]))[0]?.status;

test("what is switched off is not mailed, security is; one click in the mail does it too, and back @phone-only", async ({
  page,
  member,
  request,
  browser,
  expectAccessible,
}) => {
  const low = page.getByLabel("Credits low by email");
  await test.step("off in the settings", async () => {
    await page.goto("/settings/notifications");
    await low.uncheck();
    await expect(page.getByText("Not saved yet.")).toBeVisible();
    await page.getByRole("button", { name: "Save notifications" }).click();
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(low).not.toBeChecked();
    await page.reload();
    await expect(low).not.toBeChecked();
    await expect(page.getByLabel("Credits low in the app")).toBeChecked();
    await expect(page.getByRole("row", { name: /Safety of your account/ })).toContainText("Always on");
  });

  await test.step("no mail, but security", async () => {
    const unwanted = await queueMail(member, "credits-low");
    await queueMail(member, "password-changed");
    await waitForMail(member.email, /password was changed/);
    await expect.poll(() => statusOf(unwanted)).toBe("unwanted");
    expect(await countMails(member.email, /credits left/)).toBe(0);
  });

  await test.step("on again without a script", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const form = await plain.newPage();
    await signInAs(form, member);
    await form.goto(page.url());
    await form.getByLabel("Credits low by email").check();
    await form.getByRole("button", { name: "Save notifications" }).click();
    await expect(form.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(form.getByLabel("Credits low by email")).toBeChecked();
    await plain.close();
  });

  await queueMail(member, "credits-low");
  const mail = await waitForMail(member.email, /credits left/);
  await page.context().clearCookies();

  await test.step("one click of the mail program", async () => {
    const [, url = ""] = /^<([^>]+)>/.exec(mail.headers["List-Unsubscribe"] ?? "") ?? [];
    const answer = await request.post(url, { form: { "List-Unsubscribe": "One-Click" } });
    expect(answer.status()).toBe(200);
    await page.goto(url);
    await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the link for people, back and off again, signed out", async () => {
    await page.goto(linkIn(mail, "/unsubscribe"));
    await page.getByRole("button", { name: "Resubscribe" }).click();
    await page.getByRole("button", { name: "Unsubscribe" }).click();
    await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
    await page.goto(`${linkIn(mail, "/unsubscribe")}x`);
    await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    await signInAs(page, member);
    await page.getByRole("link", { name: "Notification settings" }).click();
    await expect(low).not.toBeChecked();
  });
});

/** Tells somebody something in the app, as `postNotice` does. */
async function post({ email }: Member, title: string): Promise<void> {
  await query(
    `INSERT INTO notices (id, user_id, key, kind, title, body, href)
     SELECT uuidv7(), id, $1, 'credits_low', $2, 'Your balance fell below 20 credits.', '/credits/buy'
     FROM users WHERE email = $3`,
    [`test:${randomUUID()}`, title, email],
  );
}

test("what happens is counted on the bell at once, leads to its page and is read there, by keyboard, or without a script", async ({
  page,
  member,
  browser,
  expectAccessible,
}) => {
  const bellOf = (at: Page, name: string) => at.getByRole("banner").getByRole("link", { name, exact: true });
  const bell = (name: string) => bellOf(page, name);
  await test.step("the bell hears of it without a reload, and it is read by following it", async () => {
    await page.goto("/notifications");
    await expect(page.getByText("Nothing has happened yet")).toBeVisible();
    await expect(bell("Notifications")).toBeVisible();
    await post(member, "You have 18.5 credits left");
    // As a browser does when somebody comes back to it; who stays is told a few seconds later.
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(bell("Notifications, 1 unread")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Notifications: 1 unread" })).toBeAttached();
    await page.getByRole("link", { name: "You have 18.5 credits left" }).click();
    await expect(page).toHaveURL(/\/credits\/buy$/);
    await expect(bell("Notifications")).toBeVisible();
  });

  await test.step("one is marked by keyboard, then all", async () => {
    for (const title of ["First", "Second", "Third"]) await post(member, title);
    await page.goto("/notifications");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Mark read: Third" }).focus();
    await page.keyboard.press("Enter");
    await expect(bell("Notifications, 2 unread")).toBeVisible();
    await expect(page.getByRole("link", { name: "Third" })).toBeFocused();
    await page.getByRole("link", { name: "Unread (2)" }).click();
    await expect(page.getByRole("link", { name: "Third" })).toBeHidden();
    await page.getByRole("button", { name: "Mark all read" }).click();
    await expect(page.getByText("Nothing unread")).toBeVisible();
    await expect(bell("Notifications")).toBeVisible();
  });

  await test.step("without a script", async () => {
    await post(member, "Fourth");
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const form = await plain.newPage();
    await signInAs(form, member);
    await form.goto(new URL("/notifications", page.url()).href);
    await form.getByRole("button", { name: "Mark read: Fourth" }).click();
    await expect(form.getByRole("button", { name: "Mark read: Fourth" })).toHaveCount(0);
    await expect(bellOf(form, "Notifications")).toBeVisible();
    await form.goto(new URL("/settings/notifications", page.url()).href);
    await form.getByLabel("Tell me when I have fewer").fill("0");
    await form.getByRole("button", { name: "Save limit" }).click();
    await expect(form.getByText(/Enter from 1 to/)).toBeVisible();
    await form.getByLabel("Tell me when I have fewer").fill("");
    await form.getByRole("button", { name: "Save limit" }).click();
    await expect(form.getByText("Saved.", { exact: true })).toBeVisible();
    await plain.close();
  });
});
