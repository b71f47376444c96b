import { expect, test } from "./fixtures";
import { seededAdmin, seededMember } from "./seeded";
import { query, signInAs } from "./session";

const looks = () =>
  query<{ path: string }>(
    `SELECT after ->> 'path' AS path FROM audit_entries e JOIN users u ON u.id = e.user_id
     WHERE e.action = 'page_viewed_as' AND u.email = $1 ORDER BY e.id`,
    [seededMember.email],
  );

test("an admin finds a member, sees what they see, changes nothing, and all of it stands in the audit log @phone", async ({
  page,
  expectAccessible,
}) => {
  await signInAs(page, seededAdmin);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/admin/users");
  await page.getByRole("searchbox").fill(seededMember.email.slice(0, 8));
  await page.getByRole("link", { name: seededMember.email }).click();
  await expect(page.getByRole("heading", { level: 1, name: seededMember.email })).toBeVisible();
  const balance = await page
    .getByLabel("Summary")
    .getByText(/^[\d,.]+$/)
    .first()
    .textContent();

  await page.getByRole("link", { name: "View as user" }).click();
  await page.getByRole("button", { name: "View as this user" }).click();
  await expect(page.getByText("Say why, in 3 to 500 characters.")).toBeVisible();
  const reason = `Wants to know where credits went, ${Date.now()}`;
  await page.getByLabel("Reason").fill(reason);
  const before = (await looks()).length;
  await page.getByRole("button", { name: "View as this user" }).click();
  await expect(page.getByText(`You view as ${seededMember.email}.`)).toBeVisible();
  await expect(page.getByText("Nothing can be changed.")).toBeVisible();
  await expect(
    page
      .locator("main")
      .getByText(balance ?? "no balance", { exact: true })
      .first(),
  ).toBeVisible();
  await page.goto("/billing/history");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/credits/buy");
  await page.getByRole("button", { name: /^Buy/ }).first().click();
  await expect(page.getByText("Nothing was bought, run or changed")).toBeVisible();
  for (const path of ["/settings/security", "/settings/api-keys", "/admin/users"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/viewing$/);
  }
  // Neither what is fetched ahead nor what was refused is a look.
  expect((await looks()).slice(before).map(({ path }) => path)).toEqual([
    "/dashboard",
    "/billing/history",
    "/credits/buy",
  ]);

  await page.getByRole("button", { name: "Stop viewing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: seededMember.email })).toBeVisible();
  await expect(page.getByText(`You view as ${seededMember.email}.`)).toBeHidden();
  await page.goto(`/admin/audit?of=${encodeURIComponent(seededMember.email)}&action=user_viewed_as`);
  await expect(page.getByText(`“${reason}”`)).toBeVisible();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Every entry is as it was written")).toBeVisible();
  const csv = await page.request.get(`/admin/audit/export?action=user_viewed_as`);
  expect(csv.headers()["content-disposition"]).toContain("attachment");
  expect(await csv.text()).toContain(reason);
});

test("an admin who loses the role in another tab can do nothing any more", async ({ page, member }) => {
  await query("UPDATE users SET role = 'admin' WHERE email = $1", [member.email]);
  await page.goto("/admin/audit");
  const verify = page.getByRole("button", { name: "Verify now" });
  await expect(verify).toBeVisible();
  await query("UPDATE users SET role = 'member' WHERE email = $1", [member.email]);
  const checks = () => query("SELECT 1 FROM audit_entries WHERE action = 'audit_verified'");
  const before = (await checks()).length;
  await verify.click();
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  expect((await checks()).length).toBe(before);
});
