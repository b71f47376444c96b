import { expect, test } from "./fixtures";
import { linkIn, waitForMail } from "./inbox";
import { SignInPage } from "./pages/sign-in-page";
import { query, signInAs } from "./session";

const password = "violet harbour tundra 9";
const otherPassword = "amber lantern mosaic 4";

test("a link from a mail signs in by a button, where it was asked for and elsewhere, once @phone", async ({
  page,
  member,
  browser,
}) => {
  await page.context().clearCookies();
  await page.goto("/settings/profile");
  await page.getByRole("link", { name: "Email me a link instead" }).click();
  await page.waitForURL("**/sign-in/email**");
  await page.getByLabel("Email").fill(member.email);
  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page.getByText("Check your inbox.")).toBeVisible();
  const link = linkIn(await waitForMail(member.email, /link to sign in/), "/sign-in/link");
  const elsewhere = await browser.newContext();
  const scanner = await elsewhere.newPage();
  await scanner.goto(link);
  await expect(scanner.getByRole("heading", { name: "Sign in in this browser?" })).toBeVisible();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/settings/profile");
  await scanner.getByRole("button", { name: "Sign in here" }).click();
  await expect(scanner.getByText("This link no longer works.")).toBeVisible();
  await elsewhere.close();
});

test("a profile is kept, and its name and time zone show at once", async ({ page, member }) => {
  await page.goto("/settings/profile");
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("Website").fill("javascript:alert(1)");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Enter an address that starts with https://.")).toBeVisible();
  await page.getByLabel("Website").fill("example.com");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await expect(page.getByLabel("Website")).toHaveValue("https://example.com/");
  await page.getByRole("button", { name: "Your account" }).click();
  await expect(page.getByText("Ada Lovelace")).toBeVisible();
  await expect(page.getByRole("menu").getByText(member.email)).toBeVisible();
  await page.goto("/settings/security");
  await expect(page.getByText(/GMT\+9/).first()).toBeVisible();
});

test("sessions end where their owner ends them, and with a changed password", async ({
  page,
  member,
  browser,
}) => {
  await page.goto("/settings/security");
  await page.getByRole("link", { name: "Set a password" }).click();
  await page.getByLabel("Email").fill(member.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.goto(linkIn(await waitForMail(member.email, /new password/), "/reset-password"));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Set new password" }).click();
  await new SignInPage(page).submit({ email: member.email, password });
  await page.waitForURL("**/dashboard");

  const other = await browser.newContext();
  const phone = await other.newPage();
  await signInAs(phone, member);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: /^End session/ }).click();
  await expect(page.getByText("That session has ended.")).toBeVisible();
  await phone.goto(new URL("/dashboard", page.url()).href);
  await expect(phone).toHaveURL(/\/sign-in/);

  await signInAs(phone, member);
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill(otherPassword);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill(otherPassword);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Password changed/ }).first()).toBeVisible();
  await phone.goto(new URL("/dashboard", page.url()).href);
  await expect(phone).toHaveURL(/\/sign-in/);
  await other.close();
});

test("a new address is confirmed there, and the earlier one takes it back", async ({ page, member }) => {
  const address = `new-${member.email}`;
  await page.goto("/settings/account");
  await page.getByLabel("New email").fill(address);
  await page.getByRole("button", { name: "Change email" }).click();
  await expect(page.getByText("Check the inbox of your new address.")).toBeVisible();
  await page.goto(linkIn(await waitForMail(address, /Confirm your new/), "/confirm-email"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText("Your email address is changed.")).toBeVisible();
  await page.goto(linkIn(await waitForMail(member.email, /address was changed/), "/keep-email"));
  await page.getByRole("button", { name: "Keep my address" }).click();
  await expect(page.getByText("Your address stays as it was.")).toBeVisible();
});

test("an account goes on its owner's word, asked for again who they are, and stays when they say so", async ({
  page,
  member,
}) => {
  await query(
    "UPDATE sessions SET authenticated_at = now() - interval '1 hour' WHERE user_id = (SELECT id FROM users WHERE email = $1)",
    [member.email],
  );
  await page.goto("/settings/account");
  const card = page.getByRole("region", { name: "Delete account" });
  await card.getByRole("link", { name: "Confirm it’s you" }).click();
  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page.getByText("Check your inbox.")).toBeVisible();
  await page.goto(linkIn(await waitForMail(member.email, /link to sign in/), "/sign-in/link"));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/settings/account");
  await card.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account will be deleted.")).toBeVisible();
  await waitForMail(member.email, /account will be deleted/);
  await page.goto("/dashboard");
  await expect(page.getByText(/Your account will be deleted on/)).toBeVisible();
  await page.getByRole("link", { name: "Keep my account" }).click();
  await card.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByText("Your account stays.")).toBeVisible();
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/Your account will be deleted on/)).toBeHidden();
});
