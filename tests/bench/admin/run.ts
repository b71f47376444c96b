import { randomInt, randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "@/dev/free-port";
import { startPostgres } from "@/dev/postgres/start-postgres";
import type { AppContext } from "@/lib/context";
import { openDatabase, type Db } from "@/lib/db";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { getOverview, listPersonPayments, searchPeople, viewPerson } from "@/lib/support";
import type { PeopleSearch } from "@/lib/support/types";
import { searchTransactions } from "@/lib/transactions";
import { fill } from "./fill";
import { paymentSearches } from "./payment-searches";
import type { Sample } from "./sample";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    payments: { type: "string", default: "1000000" },
    times: { type: "string", default: "100" },
  },
});
const [people, payments, times] = [options.people, options.payments, options.times].map(Number) as [
  number,
  number,
  number,
];
const warming = 10;
const target = 100;

const note = (line: string) => process.stderr.write(`${line}\n`);

/** People from anywhere, each with one of their payments. */
function readSamples(db: Db): Promise<Sample[]> {
  return db.sql<Sample>({
    name: "bench-samples",
    text: `SELECT u.id, u.email, u.name, b.stripe_customer_id AS customer, p.id AS payment,
        p.stripe_payment_intent_id AS intent, p.stripe_charge_id AS charge,
        (p.amount_minor / 100.0)::numeric(12, 2)::text AS amount
      FROM (SELECT * FROM payments ORDER BY id LIMIT 2000) AS p
      JOIN users u ON u.id = p.user_id JOIN billing_customers b ON b.user_id = u.id`,
    values: [],
  });
}

type Search = (sample: Sample) => PeopleSearch;

const searches: Readonly<Record<string, Search>> = {
  "everybody, newest first": () => ({}),
  "everybody, by address": () => ({ sort: "email" }),
  "whole address": ({ email }) => ({ text: email }),
  "part of an address, 5 characters": ({ email }) => ({ text: email.slice(2, 7) }),
  "part of an address, 3 characters": ({ email }) => ({ text: email.slice(2, 5) }),
  "two characters": ({ email }) => ({ text: email.slice(0, 2) }),
  "a domain of 250": ({ email }) => ({ text: email.slice(email.indexOf("@")) }),
  "what is in every address": () => ({ text: ".example" }),
  "what is in none": () => ({ text: "zzqqzzqq" }),
  "a name": ({ name }) => ({ text: name }),
  wildcards: () => ({ text: "%_%" }),
  "user id": ({ id: text }) => ({ text }),
  "payment id": ({ payment: text }) => ({ text }),
  "cus_…": ({ customer: text }) => ({ text }),
  "pi_…": ({ intent: text }) => ({ text }),
  "ch_…": ({ charge: text }) => ({ text }),
  "plan Pro": () => ({ plan: "plan_pro" }),
  "past due": () => ({ status: "past_due" }),
  "no plan": () => ({ status: "none" }),
  suspended: () => ({ suspended: true }),
  "not verified, by address": () => ({ verified: false, sort: "email" }),
  "part of an address, not verified": ({ email }) => ({ text: email.slice(2, 5), verified: false }),
};

interface Timed {
  name: string;
  p50: number;
  p95: number;
}

async function time(
  name: string,
  call: (sample: Sample) => Promise<unknown>,
  samples: Sample[],
): Promise<Timed> {
  const taken: number[] = [];
  for (let index = 0; index < times + warming; index += 1) {
    const sample = samples[randomInt(samples.length)];
    if (!sample) throw new Error("Nobody to look for.");
    const start = performance.now();
    await call(sample);
    if (index >= warming) taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)] ?? Number.NaN;
  note(`${name}: p95 ${at(0.95).toFixed(1)} ms`);
  return { name, p50: at(0.5), p95: at(0.95) };
}

async function measure(ctx: AppContext): Promise<Timed[]> {
  const samples = await readSamples(ctx.db);
  const origin = { ip: null, userAgent: null };
  const timed: Timed[] = [];
  for (const [name, toSearch] of Object.entries(searches))
    timed.push(await time(name, (sample) => searchPeople(ctx, toSearch(sample), origin), samples));
  for (const [name, toSearch] of Object.entries(paymentSearches))
    timed.push(await time(name, (sample) => searchTransactions(ctx, toSearch(sample), origin), samples));
  let deeper = (await searchTransactions(ctx, {}, origin)).older;
  timed.push(
    await time(
      "payments: the next page",
      async () => {
        deeper = (await searchTransactions(ctx, { before: deeper }, origin)).older;
      },
      samples,
    ),
  );
  const page = await searchPeople(ctx, {}, origin);
  let before = page.older;
  timed.push(
    await time(
      "the next page, newest first",
      async () => {
        before = (await searchPeople(ctx, { before }, origin)).older;
      },
      samples,
    ),
    await time(
      "a person's head",
      ({ id: userId }) => viewPerson(ctx, { userId, tab: "credits", origin }),
      samples,
    ),
    await time("a person's payments", ({ id: userId }) => listPersonPayments(ctx, { userId }), samples),
    await time("today and what waits", () => getOverview(ctx), samples),
  );
  return timed;
}

function report(timed: readonly Timed[]): string {
  const rows = timed.map(({ name, p50, p95 }) => `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`);
  const slow = timed.filter(({ p95 }) => p95 >= target).map(({ name }) => name);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node.js ${process.versions.node}`;
  return [
    `Machine: ${machine}. ${people} people, ${payments} payments, ${times} calls each.`,
    "",
    "| looked for | p50 ms | p95 ms |",
    "| --- | ---: | ---: |",
    ...rows,
    "",
    slow.length === 0 ? `All below ${target} ms.` : `Not below ${target} ms: ${slow.join(", ")}.`,
    "",
  ].join("\n");
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "quickscale-bench-"));
  await chmod(folder, 0o711); // the server runs as another user when the benchmark runs as root
  const server = await startPostgres({ dataDir: join(folder, "pg"), port: await freePort(0), durable: true });
  try {
    await server.createDatabase("admin");
    await applyMigrations(server.url("admin"));
    const db = openDatabase(server.url("admin"), 5);
    note(`making ${people} people and ${payments} payments`);
    await fill(db, people, payments);
    const clock = { now: () => new Date() };
    const actor = { kind: "user", role: "admin", userId: randomUUID(), sessionId: randomUUID() } as const;
    const timed = await measure({ db, actor, clock, systemClock: clock } as unknown as AppContext);
    await db.close();
    process.stdout.write(report(timed));
    if (timed.some(({ p95 }) => p95 >= target)) process.exitCode = 1;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
