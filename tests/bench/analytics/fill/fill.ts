import { Client } from "pg";
import type { Sizes } from "../sizes";
import { loadAccounts, loadEntries, loadRuns } from "./load-ledger";
import { loadPayments } from "./load-payments";
import { loadPeople, loadSubscriptions } from "./load-people";
import { describeTables, putAside } from "./put-aside";
import { stageCredits } from "./stage-credits";
import { stagePayments } from "./stage-money";
import { beginStage, stagePeople } from "./stage-people";

/** The biggest first: their indexes take the longest. */
const tables = [
  ...[
    "credit_entries",
    "service_runs",
    "payments",
    "payment_attempts",
    "credit_lots",
    "users",
    "subscription_changes",
  ],
  ...[
    "subscriptions",
    "refunds",
    "disputes",
    "billing_customers",
    "stripe_customers",
    "credit_accounts",
    "complimentary_plans",
  ],
];

/** No triggers, no foreign keys, no waiting for the disk, and memory to sort in: for these connections alone. */
const loading = `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '2GB';
  SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 0; SET jit = off`;

type Note = (line: string) => void;

async function runAll(client: Client, statements: readonly string[], note: Note): Promise<void> {
  for (const text of statements) {
    const start = performance.now();
    await client.query(text);
    note(
      `${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${text.replace(/\s+/g, " ").slice(0, 90)}`,
    );
  }
}

/** Each connection takes the next statement as soon as it has done its last. */
async function share(clients: readonly Client[], statements: readonly string[], note: Note): Promise<void> {
  const waiting = [...statements];
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await runAll(client, [next], note);
    }),
  );
}

async function loadWith([one, two]: readonly [Client, Client], sizes: Sizes, note: Note): Promise<void> {
  await runAll(
    one,
    ["SELECT setseed(0.42)", ...beginStage(new Date()), ...stagePeople(sizes), ...stagePayments(sizes)],
    note,
  );
  const before = await describeTables(one, tables);
  const aside = await putAside(one, tables);
  // People and money are on disk before the ledger is staged from them.
  const money = runAll(two, [...loadPeople(), ...loadSubscriptions(), ...loadPayments()], note);
  const credits = runAll(one, stageCredits(sizes), note);
  await Promise.all([
    credits.then(() => runAll(one, loadEntries(), note)),
    Promise.all([money, credits]).then(() => runAll(two, loadRuns(), note)),
  ]);
  await share([one, two], [...aside, ...loadAccounts()], note);
  await runAll(one, ["DROP SCHEMA stage CASCADE"], note);
  const after = await describeTables(one, tables);
  if (after !== before) throw new Error(`The tables are not as they were.\n${before}\n---\n${after}`);
  await share(
    [one, two],
    tables.map((table) => `VACUUM ANALYZE ${table}`),
    note,
  );
}

async function checkSizes(client: Client, { people, payments, entries, runs }: Sizes): Promise<void> {
  const { rows } = await client.query<{ counts: string }>(
    `SELECT concat_ws(' ', (SELECT count(*) FROM users), (SELECT count(*) FROM payments), (SELECT count(*) FROM credit_entries),
      (SELECT count(*) FROM service_runs)) AS counts`,
  );
  const counts = rows[0]?.counts ?? "";
  if (counts !== [people, payments, entries, runs].join(" ")) throw new Error(`There are ${counts}.`);
}

/** Fills an empty database with three years of people, money, credits and runs, in bulk; then it is as any other. */
export async function fill(url: string, sizes: Sizes, note: Note): Promise<void> {
  const clients = [new Client(url), new Client(url)] as const;
  for (const client of clients) await client.connect();
  const [one] = clients;
  try {
    await one.query("ALTER SYSTEM SET max_wal_size = '16GB'");
    await one.query("ALTER SYSTEM SET checkpoint_timeout = '30min'");
    await one.query("SELECT pg_reload_conf()");
    for (const client of clients) await client.query(loading);
    await loadWith(clients, sizes, note);
    await checkSizes(one, sizes);
    await runAll(one, ["ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()", "CHECKPOINT"], note);
  } finally {
    for (const client of clients) await client.end();
  }
}
