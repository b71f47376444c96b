import { expect, test } from "./fixtures";
import { AnalyticsPage } from "./pages/analytics-page";
import { cards, HostedCheckoutPage } from "./pages/hosted-checkout-page";
import { seededAdmin } from "./seeded";
import { signInAs } from "./session";

test("an admin sees a sale move the figures within five seconds, and the address holds all that is asked", async ({
  page,
  browser,
  member,
}) => {
  expect(member.email).toBeTruthy();
  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, seededAdmin);
  const analytics = new AnalyticsPage(desk);

  await test.step("a sale moves the net revenue without a reload", async () => {
    const opened = desk.goto("/admin/analytics?period=last-7&compare=none");
    await page.goto("/credits/buy");
    await page.getByRole("button", { name: "Buy 500 credits" }).click();
    await page.waitForURL("**/c/pay/**");
    await opened;
    const net = analytics.headline("Net revenue");
    await expect(net).toHaveText(/^−?\$[\d,]+\.\d\d$/);
    await expect(desk.getByText("Live, as it happens")).toBeVisible();
    await analytics.mark();
    const before = await net.textContent();
    await new HostedCheckoutPage(page).pay(cards.ok);
    await expect(page).toHaveURL(/\/credits\/buy\/success/);
    await expect(page.getByRole("main")).toContainText("500");
    await expect(net).not.toHaveText(before ?? "", { timeout: 5_000 });
    await expect(analytics.marked).toBeAttached();
  });

  await test.step("range, comparison and division stand in the address", async () => {
    await analytics.range("12 months").click();
    await expect(desk).toHaveURL(/period=last-12-months/);
    await desk.getByLabel("Divided").selectOption("By week");
    await expect(desk).toHaveURL(/by=week/);
    await expect(desk).toHaveURL(/period=last-12-months&compare=none/);
    await expect(analytics.marked).toBeAttached();
    await desk.reload();
    await expect(desk.getByLabel("Compared with")).toHaveValue("none");
    await expect(desk.getByLabel("Divided")).toHaveValue("week");
    await expect(analytics.range("12 months")).toHaveAttribute("aria-current", "true");
  });

  await test.step("a chart is drawn when it is seen, and is a table and a file, too", async () => {
    const chart = analytics.chart("Revenue by week");
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator(".recharts-surface").first()).toBeVisible();
    await chart.getByRole("button", { name: "Show as table: Revenue by week" }).click();
    const table = chart.getByRole("table");
    await expect(table.getByRole("columnheader").first()).toHaveText("Week");
    await expect(table.getByRole("row").last()).toContainText("$");
    const href = await chart.getByRole("link", { name: "CSV: Revenue by week" }).getAttribute("href");
    const file = await desk.request.get(new URL(href ?? "", desk.url()).href);
    expect(file.headers()["content-disposition"]).toMatch(/attachment; filename="revenue-.*\.csv"/);
    const lines = (await file.text()).trim().split("\n");
    expect(lines[0]).toContain("week,subscriptions,packs,refunds,lost_disputes,net,payments,currency");
    expect(lines).toHaveLength(await table.getByRole("row").count());
    expect(lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\d,\d+\.\d\d,\d+\.\d\d,.*,USD$/);
  });

  await test.step("a range that ends before it starts is told, and what was typed is kept", async () => {
    await desk.getByLabel("From", { exact: true }).fill("2026-11-22");
    await desk.getByLabel("To", { exact: true }).fill("2026-11-01");
    await desk.getByRole("button", { name: "Show", exact: true }).click();
    await expect(desk.getByText("The range ends before it starts.")).toBeVisible();
    await expect(desk.getByLabel("From", { exact: true })).toHaveValue("2026-11-22");
    await expect(desk.getByLabel("To", { exact: true })).toHaveValue("2026-11-01");
    await expect(analytics.headline("Net revenue")).toContainText("$");
  });
  await desk.context().close();
});
