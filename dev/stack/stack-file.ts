import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isProgram } from "./processes";

/** What other tools read from `.local/stack.json` to attach to the running stack. */
export interface StackUrls {
  appUrl: string;
  databaseUrl: string;
  /** null: the real service is used. */
  stripeUrl: string | null;
  mailUrl: string | null;
  /** Google's and GitHub's sign-in. */
  oauthUrl: string | null;
  /** The folder in which files are kept. */
  storageUrl: string | null;
}

const attachKeys = [
  "APP_URL",
  "AUTH_SECRET",
  "DATABASE_URL",
  "STRIPE_SECRET_KEY",
  "STRIPE_PUBLISHABLE_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "STRIPE_API_BASE",
  "STRIPE_JS_URL",
  "CLOCK_URL",
  "RESEND_API_KEY",
  "RESEND_BASE_URL",
  "MAIL_FROM",
  "AUTH_GOOGLE_ID",
  "AUTH_GOOGLE_SECRET",
  "AUTH_GOOGLE_BASE_URL",
  "AUTH_GITHUB_ID",
  "AUTH_GITHUB_SECRET",
  "AUTH_GITHUB_BASE_URL",
  "S3_ENDPOINT",
  "S3_BUCKET",
  "S3_REGION",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
  "STORAGE_DIR",
];
const urlsPath = (stateDir: string) => join(stateDir, "stack.json");
const envPath = (stateDir: string) => join(stateDir, "stack.env");
const pidPath = (stateDir: string) => join(stateDir, "stack.pid");

/**
 * Makes this process the folder's stack. Files left by a stack that was killed are taken over.
 * @returns null, or the pid of the stack that already runs and its addresses once it has them
 */
export function claimStack(stateDir: string): { pid: number; urls: StackUrls | null } | null {
  const pid = existsSync(pidPath(stateDir)) ? Number(readFileSync(pidPath(stateDir), "utf8")) : 0;
  if (pid > 0 && isProgram(pid, "dev/main.ts")) return { pid, urls: readStackFile(stateDir) };
  releaseStack(stateDir);
  writeFileSync(pidPath(stateDir), String(process.pid), { flag: "wx" });
  return null;
}

function readStackFile(stateDir: string): StackUrls | null {
  if (!existsSync(urlsPath(stateDir))) return null;
  return JSON.parse(readFileSync(urlsPath(stateDir), "utf8")) as StackUrls;
}

/** Tells other tools where everything is, once it is there. */
export function writeStackFile(stateDir: string, urls: StackUrls): void {
  writeFileSync(urlsPath(stateDir), `${JSON.stringify(urls, null, 2)}\n`);
}

/** What the `quickscale` command needs to act on this stack: the app's own variables, for its owner's eyes only. */
export function writeStackEnv(stateDir: string, env: Record<string, string | undefined>): void {
  const lines = attachKeys.flatMap((key) => (env[key] ? [`${key}=${JSON.stringify(env[key])}`] : []));
  writeFileSync(envPath(stateDir), `${lines.join("\n")}\n`, { mode: 0o600 });
}

export function releaseStack(stateDir: string): void {
  rmSync(urlsPath(stateDir), { force: true });
  rmSync(envPath(stateDir), { force: true });
  rmSync(pidPath(stateDir), { force: true });
}
