import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Stack {
  appUrl: string;
  databaseUrl: string;
  stripeUrl: string;
  mailUrl: string;
  oauthUrl: string;
}

/** Addresses of the stack that the global set-up started. */
export function readStack(): Stack {
  return JSON.parse(readFileSync(join(process.cwd(), ".local", "e2e", "stack.json"), "utf8")) as Stack;
}
