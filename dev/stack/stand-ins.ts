import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { step } from "../../scripts/steps.mjs";
import { freePort } from "../free-port";
import { startMail } from "../mail/start-mail";
import { startOauth } from "../oauth/start-oauth";
import { startPostgres } from "../postgres/start-postgres";
import { startChild } from "./child";
import { standInKeys } from "./settings";
import { waitForUrl } from "./wait-for";

export type Stop = () => Promise<void>;

/** Something that runs, or what the founder set instead of it. */
interface Running<Url> {
  url: Url;
  stop: Stop;
}

const nothingToStop = () => Promise.resolve();
const database = "quickscale";

export const postgresDataDir = (stateDir: string) => join(stateDir, "postgres");

/** PostgreSQL of the stack, unless DATABASE_URL names another. */
export async function startDatabase(stateDir: string): Promise<Running<string>> {
  const own = process.env.DATABASE_URL;
  if (own) return { url: own, stop: nothingToStop };
  return step("PostgreSQL 18", async () => {
    const dataDir = postgresDataDir(stateDir);
    const fresh = !existsSync(join(dataDir, "PG_VERSION"));
    const server = await startPostgres({ dataDir, port: await freePort(5433), durable: true });
    if (fresh) await server.createDatabase(database);
    return { url: server.url(database), stop: () => server.stop() };
  });
}

/** The inbox that takes the place of Resend, unless RESEND_API_KEY is set. */
export async function startMailbox(): Promise<Running<string | null>> {
  if (process.env.RESEND_API_KEY) return { url: null, stop: nothingToStop };
  return step("Mail (stands in for Resend)", async () => {
    const mail = await startMail({ port: await freePort(4301) });
    return { url: mail.url, stop: () => mail.close() };
  });
}

/** Google's and GitHub's sign-in, unless AUTH_GOOGLE_ID and AUTH_GITHUB_ID are set both. */
export async function startSignInProviders(appUrl: string): Promise<Running<string | null>> {
  if (process.env.AUTH_GOOGLE_ID && process.env.AUTH_GITHUB_ID) return { url: null, stop: nothingToStop };
  return step("Sign-in by Google and GitHub (stand-ins)", async () => {
    const oauth = await startOauth({ port: await freePort(4401), appUrl });
    return { url: oauth.url, stop: () => oauth.close() };
  });
}

/** The folder that keeps files, unless S3_BUCKET or STORAGE_DIR is set: it lasts as the database beside it does. */
export function storageUrl(stateDir: string): string | null {
  if (process.env.S3_BUCKET || process.env.STORAGE_DIR) return null;
  return pathToFileURL(join(stateDir, "storage")).href;
}

/** The local Stripe, unless STRIPE_SECRET_KEY is set. A process of its own: it survives reloads of the app. */
export async function startStripe(stateDir: string, appUrl: string): Promise<Running<string | null>> {
  if (process.env.STRIPE_SECRET_KEY) return { url: null, stop: nothingToStop };
  return step("Local Stripe", async () => {
    const port = await freePort(4242);
    const args = [
      "--disable-warning=ExperimentalWarning",
      "--import",
      "tsx",
      "dev/stripe/main.ts",
      "--port",
      String(port),
    ];
    const child = startChild({
      name: "stripe",
      stateDir,
      args: [
        ...args,
        "--webhook-url",
        `${appUrl}/api/stripe`,
        "--webhook-secret",
        standInKeys.STRIPE_WEBHOOK_SECRET,
        "--state",
        join(stateDir, "stripe.db"),
      ],
      env: process.env,
    });
    const url = `http://127.0.0.1:${port}`;
    await waitForUrl(`${url}/_emulator/stats`, child.ended, 30);
    return { url, stop: () => child.stop() };
  });
}
