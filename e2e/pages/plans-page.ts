import { expect, type Locator, type Page } from "@playwright/test";
import { cards, HostedCheckoutPage } from "./hosted-checkout-page";

/** The page on which a member chooses, changes and cancels a plan. */
export class PlansPage {
  readonly dialog: Locator;
  readonly current: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole("dialog");
    this.current = page.locator("section[aria-labelledby=current-plan]");
  }

  async open(): Promise<void> {
    await this.page.goto("/billing/plans");
  }

  /** Pays for it on Stripe's page, and comes back. `title` as in "Basic, monthly". */
  async subscribe(title: string): Promise<void> {
    await this.open();
    await this.page.getByRole("button", { name: `Subscribe to ${title}` }).click();
    await new HostedCheckoutPage(this.page).pay(cards.ok, "Subscribe");
    await expect(this.page).toHaveURL(/\/billing\/plans\/success/);
  }

  /** Opens the preview of a change, as "Upgrade to Pro, monthly" does. */
  async preview(change: string): Promise<void> {
    await this.open();
    await this.page.getByRole("link", { name: change }).click();
    await expect(this.dialog).toBeVisible();
  }

  /** Opens the question whether to cancel, says why, and does. */
  async cancel(reason: string): Promise<void> {
    await this.open();
    await this.page.getByRole("link", { name: "Cancel plan" }).click();
    await this.dialog.getByLabel(reason).check();
    await this.dialog.getByRole("button", { name: /^Cancel / }).click();
    await expect(this.page.getByText("Your plan is canceled.")).toBeVisible();
  }

  async press(button: string): Promise<void> {
    await this.open();
    await this.page.getByRole("button", { name: button }).click();
  }
}
