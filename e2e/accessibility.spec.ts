import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { SignInPage } from "./pages/sign-in-page";
import { seededMember } from "./seeded";

const publicPages = [
  "/",
  "/pricing",
  "/about",
  "/terms",
  "/privacy",
  "/sign-up",
  "/sign-in",
  "/forgot-password",
  "/no-such-page",
];
const memberPages = [
  "/dashboard",
  "/credits",
  "/credits/buy",
  "/credits/history",
  "/services",
  "/services/text-statistics",
  "/services/image-optimiser",
  "/services/word-counter",
];

async function signIn(page: Page): Promise<void> {
  const form = new SignInPage(page);
  await form.open();
  await form.submit(seededMember);
  await page.waitForURL("**/dashboard");
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "pixels of sideways scroll").toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const path of publicPages) {
      test(`${path} has no accessibility violation @phone`, async ({ page, expectAccessible }) => {
        await page.goto(path);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }

    test("no member page has an accessibility violation @phone", async ({ page, expectAccessible }) => {
      test.setTimeout(300_000);
      await signIn(page);
      for (const path of memberPages) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  });
}

test("no page logs an error to the browser's console", async ({ page }) => {
  test.setTimeout(300_000);
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404"))
      errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${String(error)}`));
  await signIn(page);
  for (const path of [...publicPages.filter((path) => !path.startsWith("/sign")), ...memberPages])
    await page.goto(path);
  expect(errors).toEqual([]);
});
