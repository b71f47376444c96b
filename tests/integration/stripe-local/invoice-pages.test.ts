import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { describe, expect, it } from "vitest";
import { packSession } from "./support/hosted-checkout";
import { startBrowser } from "./support/start-browser";
import { openInvoice, startInvoicing } from "./support/start-invoicing";

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

describe("in a browser", () => {
  it("pays a hosted invoice by keyboard, and shows it as paid", async () => {
    const invoicing = await startInvoicing(null);
    const { id, hosted_invoice_url: url } = await openInvoice(invoicing, 5000);
    const page = await startBrowser();
    await page.goto(url ?? "");
    await expectAccessible(page);
    await page.getByLabel("Card number").focus();
    for (const typed of ["4242424242424242", "1240", "123", "Mia Wong"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Invoice paid" }).waitFor();
    await expectAccessible(page);
    expect((await invoicing.stripe.invoices.retrieve(id)).status).toBe("paid");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download invoice" }).click();
    expect((await download).suggestedFilename()).toBe("Invoice-MIA-0001.pdf");
    await page.getByRole("link", { name: "View receipt" }).click();
    await page.getByRole("heading", { name: "Receipt" }).waitFor();
  }, 60_000);

  it("says what is wrong with a promotion code, and takes the next one", async () => {
    const { stripe } = await startInvoicing(null);
    const coupon = await stripe.coupons.create({ percent_off: 20 });
    await stripe.promotionCodes.create({ code: "SAVE20", promotion: { type: "coupon", coupon: coupon.id } });
    const session = await packSession(stripe, { allow_promotion_codes: true });
    const page = await startBrowser();
    await page.goto(session.url ?? "");
    const field = page.getByLabel("Promotion code");
    await field.fill("NOPE");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("This code is invalid.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await expectAccessible(page);
    await field.fill("SAVE20");
    await field.press("Enter");
    await page.getByRole("button", { name: "Pay $36.00" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove promotion code" }).click();
    await page.getByRole("button", { name: "Pay $45.00" }).waitFor();
  }, 60_000);
});
