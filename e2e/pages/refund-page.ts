import { expect, type Locator, type Page } from "@playwright/test";
import { query, type Member } from "../session";

/** The page on which an admin gives a payment back. */
export class RefundPage {
  readonly amount: Locator;
  readonly effects: Locator;
  readonly refunds: Locator;

  constructor(private readonly page: Page) {
    this.amount = page.getByLabel(/^Amount in/);
    this.effects = page.getByRole("region", { name: "What the refund does" });
    this.refunds = page.locator("section[aria-labelledby=refunds]");
  }

  /** Of the member's last payment. */
  async open({ email }: Member): Promise<void> {
    const [payment] = await query<{ id: string }>(
      `SELECT p.id FROM payments p JOIN users u ON u.id = p.user_id
       WHERE u.email = $1 ORDER BY p.created_at DESC LIMIT 1`,
      [email],
    );
    await this.page.goto(`/admin/payments/${payment!.id}/refund`);
  }

  async preview(amount: string): Promise<void> {
    await this.amount.fill(amount);
    await this.page.getByRole("button", { name: "Show what happens" }).click();
    await expect(this.page).toHaveURL(/amount=/);
  }

  async confirm(typed: string, reason: string): Promise<void> {
    const form = this.page.getByRole("form", { name: /^(Refund|Ask for|Approve) \S*\d/ });
    await form.getByLabel("Reason", { exact: true }).fill(reason);
    await form.getByLabel(/^Type/).fill(typed);
    await form.getByRole("button").click();
  }

  /** Stripe answers through a job: looks again until it has. */
  async waitForRefund(words: string | RegExp): Promise<void> {
    await expect(async () => {
      await this.page.reload();
      await expect(this.refunds).toContainText(words, { timeout: 1_000 });
    }).toPass();
  }
}
