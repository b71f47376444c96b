import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { seededAdmin, seededMember } from "./seeded";
import { signInAs } from "./session";
import { withoutPrefetch } from "./without-prefetch";

const publicPages = [
  "/",
  "/pricing",
  "/about",
  "/contact",
  "/terms",
  "/privacy",
  "/sign-up",
  "/sign-in",
  "/sign-in/email",
  "/sign-in/two-factor",
  "/forgot-password",
  "/api/docs",
  "/no-such-page",
];
const memberPages = [
  "/dashboard",
  "/credits",
  "/credits/auto-top-up",
  "/credits/buy",
  "/credits/history",
  "/services",
  "/services/text-statistics",
  "/services/image-optimiser",
  "/services/word-counter",
  "/usage",
  "/billing",
  "/billing/plans",
  "/billing/history",
  "/settings/profile",
  "/settings/security",
  "/settings/security/two-factor",
  "/settings/account",
  "/settings/api-keys",
  "/settings/notifications",
  "/notifications",
];

/** Each with a heading of its own; those of one person or thing are looked at in their journeys. */
const adminPages = [
  "/admin",
  "/admin/analytics",
  "/admin/usage",
  "/admin/users",
  "/admin/payments",
  "/admin/refunds",
  "/admin/reconciliation",
  "/admin/reconciliation/investigate?id=pi_none",
  "/admin/disputes",
  "/admin/webhooks",
  "/admin/jobs",
  "/admin/ledger",
  "/admin/catalog",
  "/admin/services",
  "/admin/usage/reports",
  "/admin/messages",
  "/admin/audit",
];

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "pixels of sideways scroll").toBeLessThanOrEqual(0);
}

/** What the browser's console complained of; that a page is missing is said by the browser itself. */
function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404"))
      errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${String(error)}`));
  return errors;
}

test.beforeEach(({ page }) => withoutPrefetch(page));

for (const path of publicPages) {
  test(`${path} has no accessibility violation and logs no error @phone`, async ({
    page,
    expectAccessible,
  }) => {
    const errors = watchConsole(page);
    await page.goto(path);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(errors).toEqual([]);
  });
}

test("no member page has an accessibility violation or logs an error @phone", async ({
  page,
  expectAccessible,
}) => {
  test.setTimeout(300_000);
  const errors = watchConsole(page);
  await signInAs(page, seededMember);
  for (const path of memberPages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
  expect(errors).toEqual([]);
});

/** The parts of the page of a person with a year of history. */
async function personPages(page: Page): Promise<string[]> {
  await page.goto(`/admin/users?q=${encodeURIComponent(seededMember.email)}`);
  const href = (await page.getByRole("link", { name: seededMember.email }).getAttribute("href")) ?? "";
  const tabs = ["credits", "subscription", "payments", "usage", "history"].map((tab) => `${href}?tab=${tab}`);
  const acts = ["cancel", "change?to=plan_pro_month&when=", "end?refund=unused", "pause?until="];
  const plan = acts.map((act) => `${href}/subscription/${act}`);
  return [...tabs, `${href}/manage`, `${href}/adjust`, ...plan];
}

test("no page of admins has an accessibility violation, scrolls sideways or logs an error @phone", async ({
  page,
  expectAccessible,
}, { project }) => {
  test.setTimeout(300_000);
  const errors = watchConsole(page);
  await signInAs(page, seededAdmin);
  for (const path of [...adminPages, ...(await personPages(page))]) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // What a phone shows is the same in another order: there it has to fit.
      if (project.name !== "phone") await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
  expect(errors).toEqual([]);
});
