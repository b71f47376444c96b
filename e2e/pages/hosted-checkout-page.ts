import type { Page } from "@playwright/test";

export const cards = {
  ok: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  authenticate: "4000 0000 0000 3220",
};

/** The checkout page that Stripe hosts. */
export class HostedCheckoutPage {
  constructor(private readonly page: Page) {}

  async pay(card: string, button: "Pay" | "Subscribe" | "Save" = "Pay"): Promise<void> {
    await this.page.getByLabel("Card number").fill(card);
    await this.page.getByLabel("Expiration").fill("12 / 34");
    await this.page.getByLabel("CVC").fill("123");
    await this.page.getByLabel("Name on card").fill("Ada Lovelace");
    await this.page.getByRole("button", { name: new RegExp(`^${button}`) }).click();
  }
}
