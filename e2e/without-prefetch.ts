import type { Page } from "@playwright/test";

/**
 * Keeps the page from fetching ahead what its links lead to, which is as much work for the server again as the page
 * itself: for tests that only look at one page after the other. Next asks an observer which links are in sight.
 */
export async function withoutPrefetch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Observer = window.IntersectionObserver;
    window.IntersectionObserver = class extends Observer {
      override observe(target: Element): void {
        if (target.tagName !== "A") super.observe(target);
      }
    };
  });
}
