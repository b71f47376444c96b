import { expect, type Browser, type Page } from "@playwright/test";
import { seededAdmin } from "../seeded";
import { query, signInAs, type Member } from "../session";

/** What an admin sees of a member, in a browser of their own. */
export class AdminPlanPage {
  private constructor(
    readonly page: Page,
    private readonly userId: string,
  ) {}

  static async open(browser: Browser, member: Member, admin: Member = seededAdmin): Promise<AdminPlanPage> {
    const page = await (await browser.newContext()).newPage();
    await signInAs(page, admin);
    const [user] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [member.email]);
    return new AdminPlanPage(page, user!.id);
  }

  async openTab(tab: "subscription" | "history"): Promise<void> {
    await this.page.goto(`/admin/users/${this.userId}?tab=${tab}`);
  }

  /** With what is previewed looked at, and a reason given. */
  async cancel(reason: string): Promise<void> {
    await this.openTab("subscription");
    await this.page.getByRole("link", { name: "Cancel future periods" }).click();
    await expect(this.page.getByRole("region", { name: "What canceling does" })).toContainText(
      "Next payment",
    );
    await this.page.getByLabel("Reason").fill(reason);
    await this.page.getByRole("button", { name: "Cancel future periods" }).click();
    await expect(this.page.getByText("Future periods are canceled.")).toBeVisible();
  }

  async undoCancel(reason: string): Promise<void> {
    await this.openTab("subscription");
    await this.page.getByText("Take the cancellation back").click();
    await this.page.getByLabel("Reason").fill(reason);
    await this.page.getByRole("button", { name: "Let it renew" }).click();
    await expect(this.page.getByText("The plan renews again.")).toBeVisible();
  }
}
