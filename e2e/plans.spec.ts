import { expect, test } from "./fixtures";
import { PlansPage } from "./pages/plans-page";

test("who comes from the prices finds the plan they chose, and needs an account first @phone", async ({
  page,
  member,
}) => {
  await page.goto("/pricing");
  await page.locator("label").filter({ hasText: "Yearly" }).click();
  await page.getByRole("link", { name: "Subscribe to Pro, yearly" }).click();
  await expect(page).toHaveURL(/\/billing\/plans\?plan=plan_pro_year$/);
  await expect(page.getByRole("button", { name: "Subscribe to Pro, yearly" })).toBeVisible();
  await page.getByRole("link", { name: "Monthly" }).click();
  await expect(page.getByRole("button", { name: "Subscribe to Pro, monthly" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/pricing");
  await page.getByRole("link", { name: "Subscribe to Basic, monthly" }).click();
  await expect(page).toHaveURL(/\/sign-up\?next=%2Fbilling%2Fplans%3Fplan%3Dplan_basic_month$/);
  expect(member.email).toBeTruthy();
});

test("who leaves the checkout is told that nothing was charged, and may still subscribe", async ({
  page,
  member,
  expectAccessible,
}) => {
  expect(member.email).toBeTruthy();
  const plans = new PlansPage(page);
  await plans.press("Subscribe to Basic, monthly");
  await page.waitForURL("**/c/pay/**");
  await page
    .getByRole("link", { name: /back|cancel/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/billing\/plans\?canceled=1$/);
  await expect(page.getByText("You were not charged.")).toBeVisible();
  await plans.subscribe("Basic, monthly");
  await plans.open();
  await expect(plans.current).toContainText("Renews on");

  await test.step("a dialog opens and closes by keyboard", async () => {
    await page.getByRole("link", { name: "Cancel plan" }).focus();
    await page.keyboard.press("Enter");
    await expect(plans.dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(plans.dialog).toBeHidden();
    await expect(page).toHaveURL(/\/billing\/plans\?interval=month$/);
  });
});

test("without JavaScript a member subscribes, upgrades, cancels and resumes", async ({
  page,
  member,
  browser,
  baseURL,
}) => {
  expect(member.email).toBeTruthy();
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, baseURL: baseURL! });
  const plain = await context.newPage();
  const plans = new PlansPage(plain);
  await plans.subscribe("Basic, monthly");
  await plans.preview("Upgrade to Pro, monthly");
  await plans.dialog.getByRole("button", { name: /^Pay/ }).click();
  await expect(plain.getByText("You are on Pro, monthly now.")).toBeVisible();
  await plans.cancel("It is too expensive");
  await plans.press("Resume plan");
  await expect(plans.current).toContainText("Renews on");
  await context.close();
});

test("a preview that is out of date is shown anew, and changes nothing", async ({ page, member }) => {
  expect(member.email).toBeTruthy();
  const plans = new PlansPage(page);
  await plans.subscribe("Basic, monthly");
  await plans.preview("Upgrade to Pro, monthly");
  const other = await page.context().newPage();
  const otherPlans = new PlansPage(other);
  await otherPlans.preview("Upgrade to Pro, monthly");
  await otherPlans.dialog.getByRole("button", { name: /^Pay/ }).click();
  await expect(other.getByText("You are on Pro, monthly now.")).toBeVisible();
  await plans.dialog.getByRole("button", { name: /^Pay/ }).click();
  await expect(plans.dialog).toContainText("This is your plan already.");
  await plans.open();
  await expect(plans.current).toContainText("Pro, monthly");
});
