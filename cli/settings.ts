import { existsSync } from "node:fs";
import { join } from "node:path";
import { createContext, type AppContext } from "@/lib/context";
import { EnvironmentError, loadEnv, type Env } from "@/lib/env";

/** An error whose message is meant for the person at the terminal. */
export class CommandError extends Error {}

const stackEnv = () => join(process.env.QUICKSCALE_STATE ?? ".local", "stack.env");

/**
 * Where the command works: the environment and `.env` when they name a database, else the stack that runs in
 * this folder.
 * @throws CommandError when there is neither, or the environment is wrong
 */
export function loadSettings(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!process.env.DATABASE_URL) {
    if (!existsSync(stackEnv())) {
      throw new CommandError(
        "No database is named and no stack runs in this folder.\nStart one with `npm run dev`, or set DATABASE_URL and the variables of .env.example.",
      );
    }
    process.loadEnvFile(stackEnv());
  }
  try {
    return loadEnv();
  } catch (error) {
    if (error instanceof EnvironmentError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

/** Runs a command with a context of its own, closed afterwards. */
export async function withContext<T>(work: (ctx: AppContext) => Promise<T>): Promise<T> {
  const base = createContext({ ...loadSettings(), LOG_LEVEL: "error" });
  const ctx: AppContext = { ...base, actor: { kind: "system", name: "cli" } };
  try {
    return await work(ctx);
  } finally {
    await ctx.db.close();
  }
}
