import type { Command } from "commander";
import type { AppContext } from "@/lib/context";
import type { Difference, ReconciliationProgress, Repair } from "@/lib/reconciliation/types";
import { parseMoment, toDate, type Moment } from "../parse-time";
import { printJson, printLine } from "../print";
import { withContext } from "../settings";

interface Options {
  since: Moment;
  until?: Moment;
  customer?: string[];
  repair?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

interface Result {
  compared: number;
  differences: Difference[];
  repairs: Repair[];
  /** Differences that are there still. */
  remaining: number;
}

/** One line for each kind of object, and one every two seconds in between. */
function progressPrinter(): (progress: ReconciliationProgress) => void {
  let last: { object: string; at: number } | null = null;
  return ({ object, since, compared, found }) => {
    const now = performance.now();
    if (last?.object === object && now - last.at < 2_000) return;
    last = { object, at: now };
    const day = since.toISOString().slice(0, 10);
    process.stderr.write(`${object}s since ${day}: ${compared} compared so far, ${found} differences\n`);
  };
}

async function compare(
  ctx: AppContext,
  { since, until, customer }: Options,
): Promise<Omit<Result, "repairs" | "remaining">> {
  const { findDifferences } = await import("@/lib/reconciliation");
  const now = ctx.clock.now();
  const reading = findDifferences(ctx, {
    since: toDate(since, now),
    until: until && toDate(until, now),
    customers: customer,
    onProgress: progressPrinter(),
  });
  const differences: Difference[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) return { compared: next.value.compared, differences };
    differences.push(next.value);
  }
}

async function run(ctx: AppContext, options: Options): Promise<Result> {
  const { repairDifference, repairFound } = await import("@/lib/reconciliation");
  const why = { reason: "quickscale stripe reconcile --repair", origin: null };
  const { compared, differences } = await compare(ctx, options);
  const repairs: Repair[] = [];
  if (options.repair || options.dryRun) {
    for (const { key } of differences)
      repairs.push(
        options.dryRun
          ? await repairDifference(ctx, key, { dryRun: true })
          : await repairFound(ctx, { key, ...why }),
      );
  }
  const gone = repairs.filter(({ outcome }) => outcome === "repaired" || outcome === "nothing_to_do").length;
  return { compared, differences, repairs, remaining: differences.length - gone };
}

const outcomes: Readonly<Record<Repair["outcome"], string>> = {
  repaired: "repaired",
  would_be_repaired: "would be repaired",
  remains: "a person must look: it stays a difference",
  nothing_to_do: "gone already",
  not_repairable: "a person must look",
};

function printRepair({ outcome, changes, problem }: Repair): void {
  printLine(`    -> ${outcomes[outcome]}${problem ? ` (${problem})` : ""}`);
  for (const { table, id, change, fields } of changes) {
    printLine(`       ${change} ${table} ${id}`);
    for (const { field, before, after } of change === "changed" ? fields : [])
      printLine(`         ${field}: ${before ?? "nothing"} -> ${after ?? "nothing"}`);
  }
}

async function print({ compared, differences, repairs, remaining }: Result): Promise<void> {
  const { describeDifference, describeRepair } = await import("@/lib/reconciliation");
  for (const difference of differences) {
    const { kind, object, id, userId, stripeCustomerId, waiting, key } = difference;
    printLine(`${kind} ${object} ${id} (${userId ?? stripeCustomerId ?? "nobody"})`);
    printLine(
      `    ${describeDifference(difference)}${waiting ? "; events wait, so it may settle by itself" : ""}`,
    );
    const repair = repairs.find((one) => one.key === key);
    if (repair) printRepair(repair);
    else printLine(`    repair: ${describeRepair(difference)}`);
  }
  printLine(
    differences.length === 0
      ? `${compared} objects compared: no difference.`
      : `${compared} objects compared: ${differences.length} differences, ${remaining} remain.`,
  );
}

export function addReconcile(command: Command): void {
  command
    .command("reconcile")
    .description(
      "Compares what Stripe has with what we have, in both directions. Changes nothing unless asked to.",
    )
    .option("--since <when>", "from then on: 30m, 12h, 30d or a date", parseMoment, parseMoment("30d"))
    .option("--until <when>", "up to then; now by default", parseMoment)
    .option("--customer <id...>", "only these customers of Stripe's")
    .option("--repair", "repair what can be repaired, as the webhooks would have. Safe to repeat")
    .option("--dry-run", "write what a repair would write, show it, and take it back")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      "\nExits with 1 when differences remain.\n\nExamples:\n  $ npx quickscale stripe reconcile --since 3d\n  $ npx quickscale stripe reconcile --dry-run\n  $ npx quickscale stripe reconcile --customer cus_1 --repair",
    )
    .action(async (options: Options) => {
      const result = await withContext((ctx) => run(ctx, options));
      if (options.json) printJson(result);
      else await print(result);
      if (result.remaining > 0) process.exitCode = 1;
    });
}
