import { Command, Option } from "commander";
import type { AppContext } from "@/lib/context";
import {
  eventStatuses,
  type EventFilter,
  type EventStatus,
  type ListedEvent,
} from "@/lib/stripe-events/schema";
import { parseCount, parseMoment, toDate, type Moment } from "../parse-time";
import { printJson, printLine } from "../print";
import { CommandError, withContext } from "../settings";

interface FilterOptions {
  status?: EventStatus[];
  type?: string[];
  customer?: string;
  since?: Moment;
}

interface ListOptions extends FilterOptions {
  limit: number;
  before?: string;
  json?: boolean;
}

interface ReplayOptions extends FilterOptions {
  dead?: boolean;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

const addFilters = (command: Command) =>
  command
    .addOption(new Option("--status <status...>", "only these").choices(eventStatuses))
    .option("--type <type...>", "only these, for example invoice.paid")
    .option("--customer <id>", "only of this customer of Stripe's")
    .option("--since <when>", "received since then: 30m, 12h, 3d or a date", parseMoment);

function toFilter({ clock }: AppContext, { status, type, customer, since }: FilterOptions): EventFilter {
  return {
    statuses: status,
    types: type,
    stripeCustomerId: customer,
    since: since && toDate(since, clock.now()),
  };
}

const inSeconds = (date: Date) => date.toISOString().replace(/\.\d+Z$/, "Z");

function printEvent({ id, type, status, receivedAt, stripeCustomerId, error, note }: ListedEvent): void {
  printLine(
    `${inSeconds(receivedAt)}  ${status.padEnd(9)}  ${type.padEnd(32)}  ${id}  ${stripeCustomerId ?? ""}`.trimEnd(),
  );
  const why = error ?? note;
  if (why) printLine(`    ${why.split("\n")[0] ?? ""}`);
}

function addList(command: Command): void {
  addFilters(command.command("list"))
    .description("Shows Stripe's events as they came in, newest first, with what became of them.")
    .option("--limit <n>", "at most so many, up to 200", parseCount, 50)
    .option("--before <cursor>", "read on where a page ended")
    .option("--json", "print the page as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  $ npx quickscale webhooks list --status dead failed\n  $ npx quickscale webhooks list --type invoice.paid --since 3d",
    )
    .action(async (options: ListOptions) => {
      const { listEvents } = await import("@/lib/stripe-events");
      const { before, limit } = options;
      const page = await withContext((ctx) => listEvents(ctx, toFilter(ctx, options), { before, limit }));
      if (options.json) {
        printJson(page);
        return;
      }
      for (const event of page.events) printEvent(event);
      if (page.events.length === 0) printLine("No event is like that.");
      if (page.older) printLine(`More: --before ${page.older}`);
    });
}

const counted = (events: number) => `${events} event${events === 1 ? "" : "s"}`;

/** Named events are replayed at once; many at a time only when somebody has seen how many. */
async function replay(ids: string[], options: ReplayOptions): Promise<void> {
  const { replayEvent, replayEvents } = await import("@/lib/stripe-events");
  const named = ids.length > 0;
  const dryRun = options.dryRun === true || (!named && options.yes !== true);
  const { events } = await withContext(async (ctx) => {
    const statuses = options.dead ? (["dead"] as const) : options.status;
    const filter = { ...toFilter(ctx, options), statuses, ...(named ? { ids } : {}) };
    return named && !dryRun
      ? replayNamed(ids, (id) => replayEvent(ctx, id))
      : replayEvents(ctx, filter, { dryRun });
  });
  if (options.json) printJson({ events, dryRun });
  else if (!dryRun) printLine(`${counted(events)} will be processed again.`);
  else printLine(`${counted(events)} would be replayed.${options.dryRun ? "" : " Add --yes to do it."}`);
}

async function replayNamed(
  ids: readonly string[],
  replayOne: (id: string) => Promise<void>,
): Promise<{ events: number }> {
  for (const id of ids) {
    await replayOne(id).catch((error: unknown) => {
      const unknown = error instanceof Error && "code" in error && error.code === "stripe_events.not_found";
      throw unknown ? new CommandError(`No such event: ${id}`, { cause: error }) : error;
    });
  }
  return { events: ids.length };
}

function addReplay(command: Command): void {
  const replayCommand = addFilters(command.command("replay [ids...]"));
  replayCommand
    .description("Has events processed again. Safe for every event: what Stripe says now is what counts.")
    .option("--dead", "all that gave up")
    .option("--yes", "do it; without it several events are only counted")
    .option("--dry-run", "only count")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      "\nA worker must run to process them.\n\nExamples:\n  $ npx quickscale webhooks replay evt_1\n  $ npx quickscale webhooks replay --dead --yes\n  $ npx quickscale webhooks replay --since 3d --type invoice.paid --dry-run",
    )
    .action(async (ids: string[], options: ReplayOptions) => {
      const { dead, status, type, customer, since } = options;
      if (ids.length === 0 && !(dead ?? status ?? type ?? customer ?? since))
        replayCommand.error(
          "Which events? Name their ids, or --dead, --status, --type, --customer or --since.",
        );
      await replay(ids, options);
    });
}

export function webhooksCommand(): Command {
  const command = new Command("webhooks").description("Stripe's events as they came in.");
  addList(command);
  addReplay(command);
  return command;
}
