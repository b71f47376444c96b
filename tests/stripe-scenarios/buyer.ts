import { chromium, type Page } from "@playwright/test";
import { onTestFinished } from "vitest";
import { ensureBrowser } from "@/scripts/browser.mjs";

/** Somebody at a browser of their own. Words differ a little between Stripe's pages and those of the stand-in. */
export interface Buyer {
  page: Page;
  /** Fills in the checkout page and presses its button; resolves at the shop's address. */
  subscribe: (url: string, card?: string) => Promise<URL>;
}

/** Nothing needs to listen at the shop: its answers are made up here. */
export const SHOP = "http://shop.localhost";

export async function openBrowser(): Promise<Buyer> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext()).newPage();
  await page.route(`${SHOP}/**`, (route) => route.fulfill({ contentType: "text/html", body: "The shop" }));
  return { page, subscribe: (url, card = "4242424242424242") => subscribe(page, url, card) };
}

async function subscribe(page: Page, url: string, card: string): Promise<URL> {
  await page.goto(url);
  await page.getByLabel(/^card number/i).fill(card);
  await page.getByLabel(/^expiration/i).fill("12 / 40");
  await page.getByLabel(/^(cvc|security code)/i).fill("123");
  await page.getByLabel(/^(name on card|cardholder name)/i).fill("Mia Wong");
  await page.getByRole("button", { name: /^subscribe/i }).click();
  await page.waitForURL(`${SHOP}/**`);
  return new URL(page.url());
}
