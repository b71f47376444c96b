import { expect, test } from "./fixtures";
import { HostedCheckoutPage, cards } from "./pages/hosted-checkout-page";

test("a member makes a key, a program spends credits with it, and a revoked key is refused @phone-only", async ({
  page,
  member,
  request,
  baseURL,
  expectAccessible,
}) => {
  expect(member.email).toBeTruthy();
  const keys = page.getByRole("region", { name: "Your keys" });

  await page.goto("/credits/buy");
  await page.getByRole("button", { name: "Buy 500 credits" }).click();
  await new HostedCheckoutPage(page).pay(cards.ok);
  await expect(page).toHaveURL(/\/credits\/buy\/success/);

  await page.goto("/settings/api-keys");
  await expect(page.getByText("You have no keys yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("Give the key a name")).toBeVisible();
  await expect(page.getByText("Choose at least one thing")).toBeVisible();
  await page.getByLabel("Name").fill("Nightly report");
  for (const scope of ["Run services", "See credits"]) await page.getByLabel(scope).check();
  await page.getByRole("button", { name: "Create key" }).click();
  const secret = await page.getByRole("group", { name: /^Secret of/ }).innerText();
  expect(secret).toMatch(/^qs_test_[0-9A-Za-z]{43}$/);
  await expect(page.getByText("Nightly report").first()).toBeVisible();

  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const text = "The quick brown fox jumps over the lazy dog. ".repeat(30);
  const run = await request.post(`${baseURL}/api/v1/services/text-statistics/run`, {
    headers: { ...bearer(secret), "idempotency-key": "e2e" },
    data: { input: { text } },
  });
  expect(run.status()).toBe(201);
  expect(await run.json()).toMatchObject({ status: "succeeded", charged: "2", balanceAfter: "498" });
  const balance = await request.get(`${baseURL}/api/v1/balance`, { headers: bearer(secret) });
  expect(await balance.json()).toMatchObject({ available: "498" });
  const usage = await request.get(`${baseURL}/api/v1/usage`, { headers: bearer(secret) });
  expect(usage.status()).toBe(403);
  const byCookie = await page.request.get(`${baseURL}/api/v1/balance`);
  expect(byCookie.status()).toBe(401);

  await page.goto("/credits/history");
  await expect(page.getByRole("table").getByRole("row").filter({ hasText: "−2" })).toContainText("498");

  await page.goto("/settings/api-keys");
  await expect(keys).toContainText("last used");
  await keys.getByRole("link", { name: "Rotate Nightly report" }).click();
  await page.getByLabel("At once").check();
  await page.getByRole("button", { name: "Rotate key" }).click();
  const rotated = await page
    .getByRole("dialog")
    .getByRole("group", { name: /^Secret of/ })
    .innerText();
  await page.getByRole("link", { name: "I have copied it" }).click();
  const statusOf = async (key: string) =>
    (await request.get(`${baseURL}/api/v1/balance`, { headers: bearer(key) })).status();
  expect([await statusOf(secret), await statusOf(rotated)]).toEqual([401, 200]);
  await expectAccessible(page);

  await keys.getByRole("link", { name: "Revoke Nightly report" }).click();
  await page.getByRole("button", { name: "Revoke Nightly report for good" }).click();
  await expect(page.getByText("The key is revoked.")).toBeVisible();
  expect(await statusOf(rotated)).toBe(401);
});

test("the API's reference shows calls to copy and where each problem is explained @phone-only", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/api/docs");
  await expect(page.getByRole("heading", { name: "Run a service" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Request: Run a service" })).toContainText("Idempotency-Key");
  await page.getByRole("link", { name: "credits.insufficient" }).first().click();
  await expect(page.getByText("Tells available, required, missing.")).toBeInViewport();
  await expectAccessible(page);
});
