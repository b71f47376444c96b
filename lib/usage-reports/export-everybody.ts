import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { DayRange } from "@/lib/shared/calendar";
import { requireAdmin } from "@/lib/shared/require-admin";
import { UsageReportsForbidden } from "./errors";
import {
  readDaysOfEverybody,
  readPeopleAfter,
  readServicesOfEverybody,
  type EverybodyRange,
} from "./everybody-queries";
import { checkRange, toZone } from "./policy";
import { findZoneOf } from "./queries";
import { serviceTitles } from "./service-titles";
import { exportColumns, type ExportRow, type ExportSubject } from "./types";

type Context = Pick<AppContext, "db" | "systemClock" | "actor">;

interface Asked extends DayRange {
  what: ExportSubject;
  origin: AuditedAct["origin"];
}

interface ExportFile extends DayRange {
  zone: string;
  columns: readonly string[];
  /** Read while they are sent. */
  rows: AsyncIterable<ExportRow>;
}

const chunk = 1_000;

async function* readPeople(db: Db, range: EverybodyRange): AsyncGenerator<ExportRow> {
  let after: string | null = null;
  for (;;) {
    const people = await readPeopleAfter(db, range, { after, limit: chunk });
    for (const person of people) yield { ...person, ...range };
    after = people.at(-1)?.userId ?? null;
    if (people.length < chunk) return;
  }
}

async function* readServices(db: Db, range: EverybodyRange): AsyncGenerator<ExportRow> {
  const titles = serviceTitles();
  for (const service of await readServicesOfEverybody(db, range))
    yield { ...service, title: titles.get(service.slug) ?? service.slug, ...range };
}

async function* readDays(db: Db, range: EverybodyRange): AsyncGenerator<ExportRow> {
  for (const day of await readDaysOfEverybody(db, range)) yield { ...day, zone: range.zone };
}

const readers = { people: readPeople, services: readServices, days: readDays } as const;

/**
 * What everybody used, for an admin, in days of their own zone. Who asked for what is written down before anything is
 * told: one of the files names people.
 * @throws UsageReportsForbidden, ReportRangeInvalid
 */
export async function exportEverybody(ctx: Context, { what, origin, ...asked }: Asked): Promise<ExportFile> {
  const { actor, db } = ctx;
  const userId = requireAdmin(actor, UsageReportsForbidden);
  const range = { ...checkRange(asked), zone: toZone(await findZoneOf(db, userId)) };
  await db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor, origin, action: "usage_exported", target: { type: "user", id: userId } },
      ...{ after: { what, ...range }, now: ctx.systemClock.now() },
    }),
  );
  return { ...range, columns: exportColumns[what], rows: readers[what](db, range) };
}
