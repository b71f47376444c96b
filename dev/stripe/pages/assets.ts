import { readFileSync } from "node:fs";
import path from "node:path";
import { type LocalResponse } from "../server/messages";

export const readPageFile = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, name), "utf8");

/** Inlined into every page, so that a page is one request. */
export const STYLES = readPageFile("./styles.css");
export const CHECKOUT_STYLES = readPageFile("./checkout.css");
export const DASHBOARD_STYLES = readPageFile("./dashboard.css");
export const ELEMENT_STYLES = readPageFile("./element.css");
export const PORTAL_STYLES = readPageFile("./portal.css");

const SCRIPTS = new Set([
  "authentication-done.js",
  "checkout-form.js",
  "dashboard.js",
  "element-form.js",
  "format-card.js",
  "live-parts.js",
]);

export function findAsset(path: string): LocalResponse | null {
  const name = /^\/_assets\/(.+)$/.exec(path)?.[1];
  if (name === undefined || !SCRIPTS.has(name)) return null;
  const headers = { "content-type": "text/javascript; charset=utf-8" };
  return { status: 200, headers, body: readPageFile(`./browser/${name}`) };
}
