import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { waitForMail } from "./inbox";
import { query } from "./session";

const gitHubAddress = "grace@holm.example";
const googleAddress = "grace.holm@gmail.example";

/** Chooses somebody on the page of the local Google or GitHub. */
async function choose(page: Page, who: string): Promise<void> {
  await page.getByRole("button", { name: who }).click();
}

test("GitHub signs up, Google is linked in settings, one way in always stays @phone-only", async ({
  page,
  expectAccessible,
}) => {
  await query("DELETE FROM users WHERE email = $1", [gitHubAddress]);
  await page.goto("/sign-up?next=%2Fsettings%2Fsecurity");
  await page.getByRole("button", { name: "Continue with GitHub" }).click();
  await choose(page, "grace-holm");
  await page.waitForURL("**/settings/security");
  const methods = page.getByRole("region", { name: "Sign-in methods" });
  await expect(methods.getByText(gitHubAddress)).toBeVisible();
  await expect(methods.getByText("Not set")).toBeVisible();

  await methods.getByRole("button", { name: "Unlink GitHub" }).click();
  await expect(page.getByText("This is the only way into your account.")).toBeVisible();
  await methods.getByRole("button", { name: "Link Google" }).click();
  await choose(page, "Una Firmed");
  await expect(page.getByText("Your address there is not verified.")).toBeVisible();
  await methods.getByRole("button", { name: "Link Google" }).click();
  await choose(page, googleAddress);
  await expect(page.getByText("The account is linked.")).toBeVisible();
  await expect(methods.getByText(googleAddress)).toBeVisible();
  await waitForMail(gitHubAddress, /Google signs you in now/);
  await expectAccessible(page);

  await methods.getByRole("button", { name: "Unlink GitHub" }).click();
  await expect(page.getByText("The account is unlinked.")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with GitHub" }).click();
  await choose(page, "grace-holm");
  await expect(page.getByText("Your address has an account here already.")).toBeVisible();
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await choose(page, googleAddress);
  await page.waitForURL("**/dashboard");

  await query(
    `UPDATE sessions SET authenticated_at = now() - interval '1 hour'
     WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [gitHubAddress],
  );
  await page.goto("/settings/security");
  await methods.getByRole("link", { name: "Confirm it’s you" }).click();
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await choose(page, googleAddress);
  await page.waitForURL("**/settings/security");
  await expect(methods.getByRole("button", { name: "Unlink Google" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the button still leads to the provider, and the policy of the page lets it", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Continue with Google" }).click();
    await choose(page, "Ada Marlowe");
    await expect(page.getByText("Your address has an account here already.")).toBeVisible();
  });
});
