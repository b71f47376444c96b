import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "@playwright/test";
import { onTestFinished } from "vitest";
import { ensureBrowser } from "@/scripts/browser.mjs";

/** Somebody at a browser of their own. Words differ a little between Stripe's pages and those of the stand-in. */
export interface Buyer {
  page: Page;
  /** Where Stripe sends them back to. */
  shop: string;
  /** Fills in the checkout page and presses its button; resolves at the shop's address. */
  subscribe: (url: string, card?: string) => Promise<URL>;
}

/** A browser comes back to it by a redirect, which nothing but a server can answer. */
async function openShopPage(): Promise<string> {
  const server = createServer((_request, response) => response.end("The shop"));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

export async function openBrowser(): Promise<Buyer> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext()).newPage();
  const shop = await openShopPage();
  return {
    page,
    shop,
    async subscribe(url, card = "4242424242424242") {
      await pay(page, url, card);
      await page.waitForURL(`${shop}/**`);
      return new URL(page.url());
    },
  };
}

async function pay(page: Page, url: string, card: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel(/^card number/i).fill(card);
  await page.getByLabel(/^expiration/i).fill("12 / 40");
  await page.getByLabel(/^(cvc|security code)/i).fill("123");
  await page.getByLabel(/^(name on card|cardholder name)/i).fill("Mia Wong");
  await page.getByRole("button", { name: /^subscribe/i }).click();
}
