import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface StackOptions {
  mode: "dev" | "preview";
  /** Where the stack keeps its databases, logs and `stack.json`. */
  stateDir: string;
  /** The first port to try for the app. */
  port: number;
}

const usage = `Usage: npm run dev | npm run preview [-- --port 3000] [--state .local]

  dev       the app with reload on change
  preview   the production build

Variables set in the environment or in .env replace the stand-in they belong to.`;

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port takes a number from 1 to 65535, not "${text}".`);
  return port;
}

/** @throws with the usage when the arguments are wrong */
export function readOptions(args: string[]): StackOptions {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: "string", default: "3000" },
        state: { type: "string", default: ".local" },
        help: { type: "boolean", default: false },
      },
    });
    const mode = positionals[0] ?? "dev";
    if (values.help || (mode !== "dev" && mode !== "preview")) throw new Error(usage);
    return { mode, stateDir: resolve(values.state), port: readPort(values.port) };
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : usage, { cause: error });
  }
}

/** Loads `.env` when there is one; what the shell has set wins. */
export function loadDotEnv(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}
