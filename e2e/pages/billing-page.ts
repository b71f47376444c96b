import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The page of a member's payment methods, with Stripe's fields in its dialog. */
export class BillingPage {
  readonly fields: FrameLocator;
  readonly bank: FrameLocator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.fields = page.frameLocator('iframe[title="Secure payment input frame"]');
    this.bank = page.frameLocator('iframe[title="3-D Secure"]');
    this.dialog = page.getByRole("dialog", { name: "Add payment method" });
  }

  async open(): Promise<void> {
    await this.page.goto("/billing");
  }

  method(name: string): Locator {
    return this.page
      .getByRole("list", { name: "Your payment methods" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }

  async startAdding(): Promise<void> {
    await this.page.getByRole("button", { name: "Add payment method" }).click();
    await expect(this.fields.getByLabel("Card number")).toBeVisible();
  }

  async save(card: string): Promise<void> {
    await this.fields.getByLabel("Card number").fill(card);
    await this.fields.getByLabel("Expiration").fill("12 / 40");
    await this.fields.getByLabel("CVC").fill("123");
    await this.dialog.getByRole("button", { name: "Save payment method" }).click();
  }

  async choose(name: string, what: "Make default" | "Remove…"): Promise<void> {
    await this.page.getByRole("button", { name: `What to do with ${name}` }).click();
    await this.page.getByRole("menuitem", { name: what }).click();
  }
}
