import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { waitForMail } from "./inbox";
import { AdminPlanPage } from "./pages/admin-plan-page";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { PlansPage } from "./pages/plans-page";
import { RefundPage } from "./pages/refund-page";
import { seededAdmin } from "./seeded";
import { createMember, query, signInAs, type Member } from "./session";

const balance = (page: Page) => page.getByTestId("header-balance");

/** A browser of its own, in which somebody else is signed in. */
async function openFor(browser: Browser, who: Member): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, who);
  return page;
}

async function createAdmin(): Promise<Member> {
  const admin = await createMember();
  await query("UPDATE users SET role = 'admin' WHERE email = $1", [admin.email]);
  return admin;
}

test("a payment is given back in part and then the rest: credits, mails, history and record follow", async ({
  page,
  browser,
  member,
  expectAccessible,
}) => {
  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 500 credits" }).click();
  await new HostedCheckoutPage(page).pay(cards.ok);
  await expect(page).toHaveURL(/\/credits\/buy\/success/);
  await expect(balance(page)).toContainText("500");

  const admin = await openFor(browser, seededAdmin);
  const refund = new RefundPage(admin);
  await refund.open(member);
  await refund.preview("15.005");
  await expect(admin.getByText("USD has 2 decimals, not more.")).toBeVisible();
  await refund.preview("100");
  await expect(admin.getByText("That is more than is left of the payment.")).toBeVisible();
  await refund.preview("9");
  await expect(refund.effects).toContainText("−$9.00");
  await expect(refund.effects).toContainText("−100");
  await refund.confirm("10", "Asked by mail");
  await expect(admin.getByText("Type the amount as it stands above.")).toBeVisible();
  await expectAccessible(admin);
  await refund.confirm("9", "Asked by mail");
  await expect(admin).toHaveURL(/done=/);
  await refund.waitForRefund("Refunded");
  await expect(refund.refunds).toContainText("100 credits taken back.");
  await page.goto("/credits");
  await expect(balance(page)).toContainText("400");
  expect((await waitForMail(member.email, /^Refund: .*9\.00/)).text).toContain("100");

  await refund.preview("36.00");
  await refund.confirm("36.00", "The rest, too");
  await refund.waitForRefund(/400 credits taken back[\s\S]*Credit note/);
  await expect(admin.getByText("Nothing of this payment is left to refund.")).toBeVisible();
  await page.goto("/billing/history");
  await expect(balance(page)).toContainText(/^\D*0/);
  await expect(page.getByRole("table").first()).toContainText("Refunded");
  await waitForMail(member.email, /^Refund: .*36\.00/);
  const history = await AdminPlanPage.open(browser, member);
  await history.openTab("history");
  const rest = history.page.getByRole("row").filter({ hasText: "“The rest, too”" });
  await expect(rest).toContainText("Refund asked");
});

test("what is more than one admin may give back waits for another one, who is not the first", async ({
  page,
  browser,
  member,
  expectAccessible,
}) => {
  await page.goto("/billing/plans?interval=year");
  await page.getByRole("button", { name: "Subscribe to Basic, yearly" }).click();
  await new HostedCheckoutPage(page).pay(cards.ok, "Subscribe");
  await expect(page).toHaveURL(/\/billing\/plans\/success/);
  const first = await openFor(browser, seededAdmin);
  const asking = new RefundPage(first);
  await asking.open(member);
  await asking.preview("300");
  await expect(first.getByText("it waits for another admin")).toBeVisible();
  await asking.confirm("300", "Paid for the wrong company");
  await expect(first.getByText("$300.00 asked for.")).toBeVisible();
  await first.getByRole("link", { name: "Look at the request" }).click();
  await expect(first.getByRole("button", { name: "Withdraw" })).toBeVisible();
  await expect(first.getByRole("button", { name: /^Approve/ })).toBeHidden();

  const second = await openFor(browser, await createAdmin());
  await second.goto("/admin/refunds");
  await expectAccessible(second);
  await second.getByRole("row").filter({ hasText: member.email }).getByRole("link").click();
  await expect(second.getByText("Computed just now")).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("region", { name: /^Refund \$/ }).waitFor();
  await new RefundPage(second).confirm("300.00", "Company confirmed it");
  await expect(second.getByText("Approved.", { exact: true })).toBeVisible();
  await second.getByRole("link", { name: "Follow the refund" }).click();
  await expect(second).toHaveURL(/done=/);
  await new RefundPage(second).waitForRefund(/Refunded[\s\S]*approved by/);
  await waitForMail(member.email, /^Refund: .*300\.00/);
});

test("an admin cancels a member's future periods, takes it back, and does it again", async ({
  page,
  browser,
  member,
}) => {
  const plans = new PlansPage(page);
  await plans.subscribe("Basic, monthly");
  const admin = await AdminPlanPage.open(browser, member);
  await admin.cancel("Asked on the phone");
  await plans.open();
  await expect(plans.current).toContainText("Ends on");
  await admin.undoCancel("Changed their mind");
  await plans.open();
  await expect(plans.current).toContainText("Renews on");
  await admin.cancel("Asked on the phone");
  await admin.openTab("history");
  await expect(admin.page.getByRole("row").filter({ hasText: "Asked on the phone" })).toHaveCount(2);
});
