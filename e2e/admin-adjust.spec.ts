import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { seededAdmin } from "./seeded";
import { query, signInAs, type Member } from "./session";

const actionsOn = async ({ email }: Member) => {
  const rows = await query<{ action: string }>(
    `SELECT action FROM audit_entries e JOIN users u ON u.id = e.user_id
     WHERE u.email = $1 AND action NOT IN ('user_viewed') ORDER BY e.id`,
    [email],
  );
  return rows.map(({ action }) => action);
};

async function preview(page: Page, act: string, fields: Readonly<Record<string, string>>) {
  await page.getByRole("link", { name: "Adjust credits" }).click();
  await page.getByRole("radio", { name: act }).check();
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Preview" }).click();
}

async function confirm(page: Page, button: string, reason: string) {
  await page.getByLabel("Reason, for admins").fill(reason);
  await page.getByRole("button", { name: button }).click();
}

test("an admin adds credits, takes some back, undoes that, and keeps somebody out for a while; the member sees it all", async ({
  page,
  member,
  browser,
  expectAccessible,
}) => {
  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, seededAdmin);
  await desk.goto(`/admin/users?q=${encodeURIComponent(member.email)}`);
  await desk.getByRole("link", { name: member.email }).click();
  await expect(desk.getByRole("heading", { level: 1, name: member.email })).toBeVisible();

  await preview(desk, "Add credits", { Credits: "12,5" });
  await expect(desk.getByText("with a point and without commas")).toBeVisible();
  await desk.getByLabel("Credits", { exact: true }).fill("12.5");
  await desk.getByLabel("What the member reads").fill("For the outage of Sunday");
  await desk.getByRole("button", { name: "Preview" }).click();
  await expect(desk.getByRole("row", { name: /Can spend 0 \+12\.5 12\.5/ })).toBeVisible();
  await expectAccessible(desk);
  await confirm(desk, "Add 12.5 credits", "no");
  await expect(desk.getByText("Say why, in 3 to 500 characters.")).toBeVisible();
  await confirm(desk, "Add 12.5 credits", "Ticket 4711");
  await expect(desk.getByText("The credits were added.")).toBeVisible();

  await page.goto("/credits/history");
  await expect(
    page.getByRole("row", { name: /For the outage of Sunday.*Added by our support.*\+12\.5/ }),
  ).toBeVisible();
  await expect(page.getByText("Ticket 4711")).toHaveCount(0);

  await preview(desk, "Remove credits", { Credits: "20" });
  await expect(desk.getByText("Only 12.5 can be taken.")).toBeVisible();
  await desk.getByLabel("Credits", { exact: true }).fill("2.5");
  await desk.getByRole("button", { name: "Preview" }).click();
  await expect(desk.getByRole("row", { name: /Can spend 12\.5 −2\.5 10/ })).toBeVisible();
  await confirm(desk, "Remove 2.5 credits", "Counted twice");
  await expect(desk.getByText("The credits were removed.")).toBeVisible();

  await desk.getByRole("link", { name: "Reverse: Removed 2.5" }).click();
  await expect(desk.getByRole("row", { name: /Can spend 10 \+2\.5 12\.5/ })).toBeVisible();
  await confirm(desk, "Reverse this change", "It was right");
  await expect(desk.getByText("The change was undone.")).toBeVisible();
  await expect(desk.getByText("Undone", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("row", { name: /Given back by our support/ })).toBeVisible();

  await desk.getByRole("link", { name: "Manage" }).click();
  await expectAccessible(desk);
  const use = desk.getByRole("listitem").filter({ hasText: "Use of the account" });
  await use.getByLabel("Reason").fill("Card testing");
  await use.getByRole("button", { name: "Suspend" }).click();
  await expect(desk.getByText("The account is suspended, and its owner was told.")).toBeVisible();
  await page.goto("/credits");
  await expect(page).toHaveURL(/\/sign-in/);
  await use.getByLabel("Reason").fill("It was not them");
  await use.getByRole("button", { name: "Restore" }).click();
  await expect(desk.getByText("The account is restored, and its owner was told.")).toBeVisible();
  expect(await actionsOn(member)).toEqual([
    ...["credits_adjusted", "credits_adjusted", "credits_adjustment_reversed"],
    ...["user_suspended", "user_restored"],
  ]);
  await desk.context().close();
});
