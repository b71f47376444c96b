import { expect, test } from "./fixtures";
import { seededAdmin, seededMember } from "./seeded";
import { signInAs } from "./session";

test("an admin sees who uses most, takes the figures along, and is led to a person’s limits and own ones", async ({
  page,
}) => {
  await signInAs(page, seededAdmin);
  await page.goto("/admin/usage?period=last-90");
  const headline = page.getByRole("region", { name: "Headline figures" });
  for (const label of ["Runs", "API calls", "Active people"]) {
    const figure = headline.getByRole("group", { name: label }).locator("[data-figures]");
    await expect(figure).toHaveText(/^[1-9][\d,]*$/);
  }
  await expect(page.getByRole("figure", { name: "Runs and calls by day" })).toBeVisible();

  const people = page.getByRole("region", { name: "People by use" });
  await page.getByLabel("Ranked by").selectOption("By runs");
  await expect(page).toHaveURL(/period=last-90&by=runs/);
  await page.getByRole("searchbox", { name: "Address or name" }).fill(seededMember.email);
  await expect(page).toHaveURL(/q=ada/);
  await expect(people.getByRole("row")).toHaveCount(2);
  const href = await page.getByRole("link", { name: "CSV: Who uses most" }).getAttribute("href");
  const file = await (await page.request.get(new URL(href ?? "", page.url()).href)).text();
  const [head, line, ...others] = file.trim().split("\n");
  expect(head).toContain("place,email,name,user,share_of_all,credits,credits_before,runs");
  expect(line).toContain(seededMember.email);
  expect(others).toEqual([]);

  await people.getByRole("link", { name: seededMember.email }).click();
  await expect(page.getByRole("heading", { level: 1, name: seededMember.email })).toBeVisible();
  await expect(page).toHaveURL(/tab=usage/);
  const limits = page.getByRole("region", { name: "Limits", exact: true });
  await expect(limits.getByRole("meter", { name: "Runs a month" })).toBeVisible();
  await expect(limits.getByText(/^From the plan \w+\.$/).first()).toBeVisible();

  await limits.getByRole("link", { name: "Set an own limit" }).click();
  const own = page.getByRole("region", { name: "Own limits" });
  await own.getByLabel("What").selectOption("Storage");
  await own.getByLabel("At most").fill("-5 GiB");
  await own.getByLabel("Last day (UTC)").fill("2099-01-01");
  await own.getByLabel("Reason").first().fill("Asked for less.");
  await own.getByRole("button", { name: "Set the limit" }).click();
  await expect(own.getByText("A limit is not below 0.")).toBeVisible();
  await expect(own.getByLabel("At most")).toHaveValue("-5 GiB");
});
