import { readFileSync } from "node:fs";
import path from "node:path";
import { type LocalResponse } from "../server/messages";

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");

/** Inlined into every page, so that a page is one request. */
export const STYLES = read("./styles.css");
export const CHECKOUT_STYLES = read("./checkout.css");
export const DASHBOARD_STYLES = read("./dashboard.css");

const SCRIPTS: Record<string, string> = {
  "/_assets/checkout-form.js": read("./browser/checkout-form.js"),
  "/_assets/dashboard.js": read("./browser/dashboard.js"),
};

export function findAsset(path: string): LocalResponse | null {
  const body = SCRIPTS[path];
  if (body === undefined) return null;
  return { status: 200, headers: { "content-type": "text/javascript; charset=utf-8" }, body };
}
