import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AppContext } from "@/lib/context";
import { EnvironmentError, loadEnv, type Env } from "@/lib/env";

/** An error whose message is meant for the person at the terminal. */
export class CommandError extends Error {}

const stackEnv = () => join(process.env.QUICKSCALE_STATE ?? ".local", "stack.env");

/** Takes `.env`, or else the stack that runs in this folder, into the environment. */
function findEnvironment(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (process.env.DATABASE_URL) return;
  if (!existsSync(stackEnv())) {
    throw new CommandError(
      "No database is named and no stack runs in this folder.\nStart one with `npm run dev`, or set DATABASE_URL and the variables of .env.example.",
    );
  }
  process.loadEnvFile(stackEnv());
}

/**
 * Where the command works: the environment and `.env` when they name a database, else the stack that runs in
 * this folder.
 * @throws CommandError when there is neither, or the environment is wrong
 */
export function loadSettings(): Env {
  findEnvironment();
  try {
    return loadEnv();
  } catch (error) {
    if (error instanceof EnvironmentError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

/** The database alone, for commands that need no other variable: a restored backup can be looked at by its URL. */
export function databaseUrl(): string {
  findEnvironment();
  const url = process.env.DATABASE_URL ?? "";
  if (!/^postgres(ql)?:\/\/./.test(url))
    throw new CommandError("DATABASE_URL is not a postgresql:// address.");
  return url;
}

/** Runs a command on the database alone, closed afterwards. */
export async function withDatabase<T>(
  work: (ctx: Pick<AppContext, "db" | "systemClock">) => Promise<T>,
): Promise<T> {
  const [{ openDatabase }, { systemClock }] = await Promise.all([
    import("@/lib/db"),
    import("@/lib/adapters/clock"),
  ]);
  const db = openDatabase(databaseUrl(), 2);
  try {
    return await work({ db, systemClock });
  } finally {
    await db.close();
  }
}

/** Runs a command with a context of its own, closed afterwards. */
export async function withContext<T>(work: (ctx: AppContext) => Promise<T>): Promise<T> {
  const { openContext } = await import("@/lib/context");
  const base = await openContext({ ...loadSettings(), LOG_LEVEL: "error" });
  const ctx: AppContext = { ...base, actor: { kind: "system", name: "cli" } };
  try {
    return await work(ctx);
  } finally {
    await ctx.db.close();
  }
}
