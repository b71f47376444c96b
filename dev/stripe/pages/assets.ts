import { readFileSync } from "node:fs";
import path from "node:path";
import { type LocalResponse } from "../server/messages";

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");

/** Inlined into every page, so that a page is one request. */
export const STYLES = read("./styles.css");
export const CHECKOUT_STYLES = read("./checkout.css");
export const DASHBOARD_STYLES = read("./dashboard.css");

const SCRIPTS = new Set(["checkout-form.js", "dashboard.js", "format-card.js", "live-parts.js"]);

export function findAsset(path: string): LocalResponse | null {
  const name = /^\/_assets\/(.+)$/.exec(path)?.[1];
  if (name === undefined || !SCRIPTS.has(name)) return null;
  const headers = { "content-type": "text/javascript; charset=utf-8" };
  return { status: 200, headers, body: read(`./browser/${name}`) };
}
