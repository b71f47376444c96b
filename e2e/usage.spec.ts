import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { countMails, waitForMail } from "./inbox";
import { PlansPage } from "./pages/plans-page";
import { seededMember } from "./seeded";
import { signInAs } from "./session";
import { readStack } from "./stack";

/** What everybody may run in a day without a plan. */
const freeRuns = 50;

/** Runs the free service so often at once, as its form without a script does. */
async function runWords(page: Page, times: number): Promise<void> {
  const run = () =>
    page.request.post("/services/word-counter/run", {
      headers: { origin: readStack().appUrl, accept: "application/json" },
      multipart: { text: "one two three", runKey: randomUUID() },
    });
  const answers = await Promise.all(Array.from({ length: times }, run));
  expect(answers.map((answer) => answer.status())).toEqual(Array(times).fill(200));
}

test("who comes near a limit is told once, is shown at the limit what more there is, and goes on with a plan", async ({
  page,
  member,
}) => {
  const near = "You have used 80% of your runs today";
  await test.step("80 percent: told once in the app and once by mail, however often it goes on", async () => {
    await runWords(page, freeRuns * 0.8 - 1);
    await page.goto("/usage");
    await expect(page.getByRole("meter", { name: "Runs a day" })).toHaveAttribute("aria-valuenow", "78");
    await expect(page.getByText("What Basic gives you")).toBeHidden();
    await runWords(page, 1);
    await waitForMail(member.email, new RegExp(near));
    await runWords(page, 9);
    await page.reload();
    await expect(page.getByRole("link", { name: /^Notifications, \d unread$/ })).toBeVisible();
    await expect(page.getByText("What Basic gives you")).toBeVisible();
    await page.goto("/notifications");
    await expect(page.getByRole("link", { name: near })).toHaveCount(1);
    expect(await countMails(member.email, new RegExp(near))).toBe(1);
  });

  const text = page.getByLabel("Text", { exact: true });
  const result = page.getByRole("region", { name: "Result of this run" });
  const runIt = page.getByRole("button", { name: "Run for free" });
  const refused = page.getByText("You have used 50 of 50 runs today.");
  await test.step("the last run goes, the next does not and is kept", async () => {
    await page.goto("/services/word-counter");
    await text.fill("the last one of today");
    await runIt.click();
    await expect(result).toContainText("5");
    await text.fill("one too many");
    await runIt.click();
    await expect(refused).toBeVisible();
    await expect(page.getByText(/You were not charged\. Your input is still here\./)).toBeVisible();
    await expect(page.getByRole("row", { name: "Runs a day 50 1,000" })).toBeVisible();
    await expect(text).toHaveValue("one too many");
  });

  await test.step("with a larger plan it works again at once", async () => {
    await page.getByRole("link", { name: "See Basic and all plans" }).click();
    await page.waitForURL("**/billing/plans");
    await new PlansPage(page).subscribe("Basic, monthly");
    await expect(page.getByText(/1,000/).first()).toBeVisible();
    await page.goto("/services/word-counter");
    await text.fill("one more after all");
    await runIt.click();
    await expect(result).toContainText("4");
    await expect(refused).toBeHidden();
    await page.goto("/usage");
    await expect(page.getByText("51 of 1,000")).toBeVisible();
    expect(await countMails(member.email, new RegExp(near))).toBe(1);
  });
});

test("a year of use: figures, filters, projections and the same as files @phone", async ({ page }) => {
  await signInAs(page, seededMember);
  await page.goto("/usage");
  const figures = page.getByRole("region", { name: "Headline figures" });
  const runs = figures.getByRole("group", { name: "Runs" });
  await expect(runs).toContainText(/\d/);
  await expect(page.getByText(/^Expected by .*: about [\d,]+/).first()).toBeVisible();
  await expect(page.getByText(/^At this pace you (run out on|do not run out before) /)).toBeVisible();

  await test.step("a filter and a range stand in the address", async () => {
    const all = await runs.locator("[data-figures]").innerText();
    await page.getByLabel("What was used").selectOption({ label: "Text statistics" });
    await expect(page).toHaveURL(/subject=text-statistics/);
    await expect(runs.locator("[data-figures]")).not.toHaveText(all);
    await page.getByRole("link", { name: "90 days" }).click();
    await expect(page).toHaveURL(/period=last-90/);
    await expect(page.getByRole("region", { name: "Services" })).toContainText("Text statistics");
    await expect(page.getByRole("region", { name: "Services" })).not.toContainText("Word counter");
  });

  await test.step("the table says what the chart draws, and the files the same", async () => {
    await page.getByRole("button", { name: "Show as table: Credits used by day" }).click();
    await expect(page.getByRole("region", { name: "Credits used by day, as a table" })).toBeVisible();
    for (const format of ["CSV", "PDF"]) {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: `Download as ${format}` }).click();
      expect((await download).suggestedFilename()).toMatch(
        new RegExp(`^usage-.*\\.${format.toLowerCase()}$`),
      );
    }
  });

  await test.step("what nothing matches says so, and leads back", async () => {
    await page.goto("/usage?subject=no-such-service");
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await page.getByRole("link", { name: "Clear filters" }).click();
    await expect(runs).toBeVisible();
  });
});
