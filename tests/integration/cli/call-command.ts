import type { Command } from "commander";
import { vi } from "vitest";
import type { Finished } from "./run-quickscale";

class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** The variables that a command needs to work on a test's own database and local Stripe. */
export function commandVariables({ databaseUrl, stripeUrl }: { databaseUrl: string; stripeUrl: string }) {
  return {
    DATABASE_URL: databaseUrl,
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: "x".repeat(32),
    STRIPE_SECRET_KEY: "sk_test_shop",
    STRIPE_WEBHOOK_SECRET: "whsec_x",
    STRIPE_API_BASE: stripeUrl,
    STRIPE_CALLS_PER_SECOND: "100",
    RESEND_API_KEY: "re_x",
    MAIL_FROM: "QuickScale <hello@example.com>",
  };
}

/**
 * One group of commands in this process, which is quicker than the whole program in one of its own. What the command
 * throws, other than the end of the process, is thrown.
 */
export async function callCommand(
  group: Command,
  args: readonly string[],
  variables: Record<string, string>,
): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((chunk) => {
      output[stream] += String(chunk);
      return true;
    }),
  );
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  for (const command of [group, ...group.commands])
    command.exitOverride((exit) => {
      throw new Exit(exit.exitCode === 0 ? 0 : 2);
    });
  const codeBefore = process.exitCode;
  process.exitCode = 0;
  try {
    await group.parseAsync([...args], { from: "user" });
    return { ...output, exitCode: process.exitCode };
  } catch (error) {
    if (error instanceof Exit) return { ...output, exitCode: error.code };
    throw error;
  } finally {
    process.exitCode = codeBefore;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
