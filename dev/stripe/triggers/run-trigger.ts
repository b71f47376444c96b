import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { seenEvent } from "./seen-event";

export interface TriggerResult {
  name: string;
  ok: boolean;
  /** Why not: what the command line said last, or that the event never came. */
  problem: string | null;
}

const TIMEOUT_MS = 20_000;

const require = createRequire(import.meta.url);
/** The official command line, as its package starts it. */
const binary = path.join(path.dirname(require.resolve("@stripe/cli/package.json")), "bin/shim.js");

/** Names of all triggers that this version of the command line knows. */
export async function listTriggers(): Promise<string[]> {
  const { output } = await stripe(["trigger", "--help"]);
  const [, list = ""] = /Supported events:\n([\s\S]*?)\n\s*\n/.exec(output) ?? [];
  return list.split("\n").flatMap((line) => line.trim() || []);
}

/** Runs Stripe's own scenario against a local Stripe, and looks whether its event came of it. */
export async function runTrigger(url: string, name: string): Promise<TriggerResult> {
  const before = await seenEvent(url, name);
  const { output, failed } = await stripe([
    "trigger",
    name,
    "--api-base",
    url,
    "--api-key",
    "sk_test_triggers",
  ]);
  if (failed) return { name, ok: false, problem: lastWords(output) };
  const seen = (await seenEvent(url, name)) > before;
  return { name, ok: seen, problem: seen ? null : "the event was not seen" };
}

function stripe(args: string[]): Promise<{ output: string; failed: boolean }> {
  const env = {
    ...process.env,
    STRIPE_CLI_TELEMETRY_OPTOUT: "1",
    XDG_CONFIG_HOME: path.join(tmpdir(), "stripe-triggers"),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [binary, ...args], { env, timeout: TIMEOUT_MS }, (error, stdout, stderr) => {
      resolve({ output: `${stdout}${stderr}`, failed: error !== null });
    });
  });
}

function lastWords(output: string): string {
  const message = /"message": "([^"]+)"/.exec(output)?.[1];
  return message ?? output.trim().split("\n").at(-1) ?? "it failed without a word";
}
