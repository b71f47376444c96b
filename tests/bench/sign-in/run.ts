import { randomUUID } from "node:crypto";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { verify } from "@node-rs/argon2";
import { buildApp, isBuildStale } from "@/dev/stack/app-server";
import { findLiveSession } from "@/lib/auth/repository";
import type { AppContext } from "@/lib/context";
import { hashPassword } from "@/lib/users";
import { openBench } from "../webhooks/stack";
import { signIn, visit } from "./browser";

const { values: options } = parseArgs({
  options: {
    /** Sign-ins of each kind that are counted. */
    times: { type: "string", default: "120" },
    port: { type: "string", default: "7700" },
    /** Takes the build that there is, however old. */
    "as-built": { type: "boolean", default: false },
  },
});
const times = Number(options.times);
const warming = 10;
const password = "a long walk on a cold morning";

const note = (line: string) => process.stderr.write(`${line}\n`);
const figure = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

async function createMembers(ctx: AppContext, passwordHash: string): Promise<string[]> {
  const emails = Array.from({ length: times + warming }, () => `${randomUUID()}@example.com`);
  await ctx.db.prisma.user.createMany({
    data: emails.map((email) => ({ email, passwordHash, emailVerified: new Date() })),
  });
  return emails;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Every kind in turn, so that what the machine does besides falls on all of them alike. */
async function measure(ctx: AppContext, appUrl: string): Promise<Map<string, number[]>> {
  const passwordHash = await hashPassword(password);
  const emails = await createMembers(ctx, passwordHash);
  const browser = await visit(appUrl);
  const kinds = ["argon2id alone", "sign-in", "wrong password", "unknown address", "session check"] as const;
  const all = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
  for (const [index, email] of emails.entries()) {
    const right = await signIn(browser, { email, password });
    if (!right.session) throw new Error("A right password was refused.");
    const token = right.session.slice(right.session.indexOf("=") + 1);
    const wrong = await signIn(browser, { email, password: "another long walk" });
    const unknown = await signIn(browser, {
      email: `${randomUUID()}@example.com`,
      password: "another long walk",
    });
    if (wrong.session ?? unknown.session) throw new Error("A wrong password was let in.");
    const took: Record<(typeof kinds)[number], number> = {
      "argon2id alone": await timeOf(() => verify(passwordHash, password)),
      "sign-in": right.ms,
      "wrong password": wrong.ms,
      "unknown address": unknown.ms,
      "session check": await timeOf(() => findLiveSession(ctx.db, token, new Date())),
    };
    if (index >= warming) for (const kind of kinds) all.get(kind)?.push(took[kind]);
  }
  return all;
}

async function main(): Promise<void> {
  if (isBuildStale() && !options["as-built"]) {
    note("building the app");
    await buildApp();
  }
  const bench = await openBench(Number(options.port));
  try {
    const app = await bench.startApp("off");
    const all = await measure(bench.ctx, bench.appUrl);
    await app.stop();
    const rows = [...all].map(
      ([kind, taken]) => `| ${kind} | ${figure(at(taken, 0.5))} | ${figure(at(taken, 0.95))} |`,
    );
    const [wrong, unknown] = [all.get("wrong password") ?? [], all.get("unknown address") ?? []];
    const apart = Math.abs(at(unknown, 0.5) / at(wrong, 0.5) - 1) * 100;
    process.stdout.write(
      [
        `Machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node.js ${process.versions.node}. ${times} of each, in turn.`,
        "",
        "| What | p50 ms | p95 ms |",
        "| --- | ---: | ---: |",
        ...rows,
        "",
        `Medians of an unknown address and of a wrong password are ${apart.toFixed(1)} % apart.`,
        "",
      ].join("\n"),
    );
  } finally {
    await bench.stop();
  }
}

await main();
