import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import { expect, test } from "./fixtures";
import { waitForMail } from "./inbox";
import { SignInPage } from "./pages/sign-in-page";
import { query } from "./session";

const password = "violet harbour tundra 9";
const settings = "/settings/security/two-factor";

/** Of the current step of 30 seconds, or of one beside it. */
const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

async function signIn(page: Page, email: string) {
  await page.context().clearCookies();
  await page.goto("/settings/security");
  await new SignInPage(page).submit({ email, password });
  await page.waitForURL("**/sign-in/two-factor");
}

test("two-factor sign-in is turned on, asked for, got around with recovery codes, and turned off", async ({
  page,
  member,
  browser,
  expectAccessible,
}) => {
  await query("UPDATE users SET password_hash = $1 WHERE email = $2", [await hash(password), member.email]);
  await page.goto("/settings/security");
  await page.getByRole("link", { name: "Set up two-factor sign-in" }).click();
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = (await page.getByRole("group", { name: "Secret" }).innerText()).replaceAll(" ", "");
  await page.getByLabel("Code", { exact: true }).fill("12345");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("This code is not right.")).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn on" }).click();
  const codes = page.getByRole("region", { name: "Your new recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const [first = "", second = "", third = ""] = await codes.allInnerTexts();
  await page.emulateMedia({ media: "print" });
  await expect(codes.first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Settings" })).toBeHidden();
  await page.emulateMedia({ media: null });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("recovery-codes.txt");
  await page.getByRole("link", { name: "I have saved them" }).click();
  await expect(page.getByText("10 of 10 recovery codes are left.")).toBeVisible();
  await waitForMail(member.email, /Two-factor sign-in is on/);

  await signIn(page, member.email);
  await expectAccessible(page);
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, 1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/settings/security");

  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const plain = await scriptless.newPage();
  await plain.goto(new URL("/sign-in", page.url()).href);
  await new SignInPage(plain).submit({ email: member.email, password });
  await plain.getByRole("link", { name: "Use a recovery code instead" }).click();
  await plain.getByLabel("Recovery code", { exact: true }).fill("0000-0000-0000-0000-0000-0000");
  await plain.getByRole("button", { name: "Sign in" }).click();
  await expect(plain.getByText("This code is not right.")).toBeVisible();
  await plain.getByLabel("Recovery code", { exact: true }).fill(first);
  await plain.getByRole("button", { name: "Sign in" }).click();
  await expect(plain).toHaveURL(/\/dashboard$/);
  await scriptless.close();

  await query(
    "UPDATE sessions SET authenticated_at = now() - interval '1 hour' FROM users u WHERE u.id = user_id AND u.email = $1",
    [member.email],
  );
  await page.goto(settings);
  await page.getByRole("link", { name: "Confirm it’s you" }).click();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("This code is not right.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Code", { exact: true }).fill(second);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL(`**${settings}`);
  await expect(page.getByText("8 of 10 are left.")).toBeVisible();
  const off = page.getByRole("region", { name: "Turn off" });
  await off.getByLabel("Code", { exact: true }).fill(third);
  await off.getByRole("button", { name: "Turn off two-factor sign-in" }).click();
  await expect(page.getByText("Two-factor sign-in is off.", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Set up two-factor sign-in" })).toBeVisible();
});
