import type { Locator, Page } from "@playwright/test";

/** The analytics of admins. */
export class AnalyticsPage {
  constructor(readonly page: Page) {}

  /** A leading figure, by what it is of. */
  headline(label: string): Locator {
    const figures = this.page.getByRole("region", { name: "Headline figures" });
    return figures.getByRole("group", { name: label }).locator("[data-figures]");
  }

  chart(title: string): Locator {
    return this.page.getByRole("figure", { name: title, exact: true });
  }

  range(name: string): Locator {
    return this.page.getByRole("navigation", { name: "Range" }).getByRole("link", { name });
  }

  /** Leaves a mark that does not outlive the document: a page that was loaded anew has none. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => document.documentElement.setAttribute("data-marked", "yes"));
  }

  get marked(): Locator {
    return this.page.locator("html[data-marked=yes]");
  }
}
