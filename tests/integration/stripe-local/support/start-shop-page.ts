import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Page } from "@playwright/test";
import { onTestFinished } from "vitest";
import { startBrowser } from "./start-browser";

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve("@stripe/stripe-js/package.json"));
const LOADER = readFileSync(path.join(folder, "dist/index.mjs"), "utf8");

const SHOP = `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1>
<div id="card"></div><button id="pay">Go</button><p role="alert" id="result"></p></main>
<script type="module">
import { loadStripe } from "/stripe-js.mjs";
window.loadStripe = loadStripe;
</script>`;

export interface ShopPage {
  page: Page;
  url: string;
  /** Runs the module body in the page, with `stripe` of the real loader in scope. */
  run: <Answer>(body: string, detail?: object) => Promise<Answer>;
}

/** A real Chromium on a shop's page that loads Stripe.js with the real package; js.stripe.com is the stand-in. */
export async function startShopPage(localStripe: string): Promise<ShopPage> {
  const server = createServer((request, response) => {
    const isLoader = request.url === "/stripe-js.mjs";
    const type = isLoader ? "text/javascript" : "text/html";
    response.writeHead(200, { "content-type": type }).end(isLoader ? LOADER : SHOP);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const page = await startBrowser();
  await page.route("https://js.stripe.com/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const script = await fetch(`${localStripe}${pathname}`);
    await route.fulfill({
      status: script.status,
      contentType: "text/javascript",
      body: await script.text(),
    });
  });
  await page.goto(url);
  await page.waitForFunction("window.loadStripe");
  const run = <Answer>(body: string, detail: object = {}): Promise<Answer> =>
    page.evaluate<Answer>(`(async (detail) => {
      const stripe = (window.stripe ??= await window.loadStripe("pk_test_shop"));
      ${body}
    })(${JSON.stringify(detail)})`);
  return { page, url, run };
}
