import { expect, test } from "./fixtures";
import { countMails, linkIn, waitForMail } from "./inbox";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { SignInPage } from "./pages/sign-in-page";
import { SignUpPage } from "./pages/sign-up-page";

const text = "The quick brown fox jumps over the lazy dog. It was not amused. ".repeat(20);

test("a person signs up, buys credits after a declined card, spends them and sees every credit @phone", async ({
  page,
}, { project }) => {
  const member = { email: `first-${project.name}@example.com`, password: "correct horse battery staple" };

  await test.step("sign up, verify by mail, sign in", async () => {
    await page.goto("/");
    const signUp = new SignUpPage(page);
    await signUp.open();
    await signUp.submit(member);
    await page.goto(linkIn(await waitForMail(member.email, /confirm your email/i), "/verify-email"));
    await page.getByRole("button", { name: "Verify email" }).click();
    const signIn = new SignInPage(page);
    await expect(page.getByRole("button", { name: "Verify email" })).toBeHidden();
    await signIn.open();
    await signIn.submit(member);
    await expect(page).toHaveURL(/\/dashboard$/);
  });

  await test.step("buy 500 credits: declined first, then paid", async () => {
    await page.goto("/credits/buy");
    await page.getByRole("button", { name: "Buy 500 credits" }).click();
    const checkout = new HostedCheckoutPage(page);
    await checkout.pay(cards.declined);
    await expect(page.getByRole("alert")).toContainText(/declined/i);
    await checkout.pay(cards.ok);
    await expect(page).toHaveURL(/\/credits\/buy\/success/);
    await expect(page.getByRole("main")).toContainText("500");
    await page.reload();
    await expect(page.getByRole("main")).toContainText("500");
  });

  await test.step("run a paid service", async () => {
    await page.goto("/services/text-statistics");
    await page.getByLabel("Text", { exact: true }).fill(text);
    await page.getByRole("button", { name: /^Run/ }).click();
    // The quote says "2 credits" before the run, too: only the result says that they were taken.
    await expect(page.getByRole("region", { name: "Result of this run" })).toContainText("2 credits taken");
  });

  await test.step("balance and history agree", async () => {
    await page.goto("/credits/history");
    const rows = page.getByRole("table").getByRole("row");
    await expect(rows.filter({ hasText: "−2" })).toContainText("498");
    await expect(rows.filter({ hasText: "+500" })).toContainText("500");
    expect((await waitForMail(member.email, /receipt/i)).text).toContain("500");
    expect(await countMails(member.email, /receipt/i)).toBe(1);
  });

  await test.step("sign out", async () => {
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).not.toHaveURL(/history/);
    await page.goto("/dashboard");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fdashboard/);
  });
});
