import { seededAccounts, seedPassword } from "@/prisma/seed/accounts";
import type { StackUrls } from "./stack-file";

const line = (label: string, value: string) => `  ${label.padEnd(14)}${value}\n`;

function urlLines({ appUrl, databaseUrl, stripeUrl, mailUrl, oauthUrl, storageUrl }: StackUrls): string {
  return [
    line("App", appUrl),
    line("Inbox", mailUrl ? `${mailUrl}/inbox` : "Resend (RESEND_API_KEY is set)"),
    line("Local Stripe", stripeUrl ? `${stripeUrl}/_emulator` : "Stripe (STRIPE_SECRET_KEY is set)"),
    line("Google/GitHub", oauthUrl ?? "your own (AUTH_GOOGLE_ID and AUTH_GITHUB_ID are set)"),
    line("Files", storageUrl ?? "your own (S3_BUCKET or STORAGE_DIR is set)"),
    line("Database", databaseUrl),
  ].join("");
}

/** The last lines of a start: every URL and the seeded sign-ins. */
export function printReady(urls: StackUrls, stateDir: string, seconds: string): void {
  const accounts = seededAccounts.map(({ email, about }) =>
    line(email.split("@")[0] ?? email, `${email} — ${about}`),
  );
  process.stdout.write(
    `\n  Ready in ${seconds} s\n\n${urlLines(urls)}${line("Logs", `${stateDir}/logs`)}\n` +
      `  Sign in with the password ${seedPassword}\n${accounts.join("")}\n  Ctrl-C stops everything.\n`,
  );
}

/** Told to a second copy: one folder runs one stack. */
export function printRunning({ pid, urls }: { pid: number; urls: StackUrls | null }): void {
  const where = urls ? `\n\n${urlLines(urls)}` : "; it is still starting.\n";
  process.stdout.write(`\n  QuickScale already runs from this folder (process ${pid})${where}\n`);
}
