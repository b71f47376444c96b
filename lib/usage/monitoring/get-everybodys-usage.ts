import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { UsageForbidden } from "./errors";
import { recordsKeptFrom } from "../keep";
import {
  readDays,
  readEverybody,
  type EverybodyRow,
  type PersonRow,
  type SubjectRow,
} from "./everybody-queries";
import { shareOf, toSearched } from "./policy";
import type {
  EverybodysDay,
  EverybodysUsage,
  EverybodysUse,
  MeasuredUse,
  RankedPerson,
  SubjectUse,
  UsageMonitoring,
  UsageRange,
} from "./types";

type Reader = Pick<AppContext, "db" | "actor" | "systemClock">;

const toUse = ({ creditsMilli, runs, calls, failures }: PersonRow["before"]): MeasuredUse => ({
  ...{ creditsMilli: BigInt(creditsMilli), runs, calls, failures },
});

const toTotal = ({ people, ended, ...use }: EverybodyRow["now"]): EverybodysUse => ({
  ...{ ...toUse(use), people, failureRate: shareOf(use.failures, ended) },
});

function toPerson({ userId, email, name, place, share, before, ...use }: PersonRow): RankedPerson {
  return { userId, email, name, place, share, ...toUse(use), before: toUse(before) };
}

function toSubject({ creditsMilli, succeeded, durationMs, ...row }: SubjectRow): SubjectUse {
  const ended = succeeded + row.failures;
  return {
    ...{ ...row, creditsMilli: BigInt(creditsMilli), failureRate: shareOf(row.failures, ended) },
    meanDurationMs: shareOf(durationMs, ended),
  };
}

/**
 * What all people used in a range of days of UTC, against the range right before: exact at this moment, whether or not
 * the job that sums has run. That an admin looked at whom, and searched for what, is written down with it.
 * @throws UsageForbidden
 */
export async function getEverybodysUsage(
  { db, actor, systemClock }: Reader,
  { text, ...question }: UsageMonitoring,
  origin: AuditedAct["origin"],
): Promise<EverybodysUsage> {
  requireAdmin(actor, UsageForbidden);
  const searched = toSearched(text);
  return db.transaction(async (tx) => {
    // Some hundred thousand groups are summed in memory rather than on the disk.
    await tx.sql({ name: "room-to-sum", text: "SELECT set_config('work_mem', '64MB', true)", values: [] });
    const row = await readEverybody(tx, { ...question, searched });
    const people = (row.people ?? []).map(toPerson);
    const { range, before, by } = question;
    const keptFrom = recordsKeptFrom(systemClock.now()).toISOString().slice(0, 10);
    await recordAudit(tx, {
      ...{ actor, origin, action: "user_searched", target: { type: "user", id: "usage" } },
      after: { ...range, sort: by, ...(searched ? { text: searched } : {}), found: people.length },
      now: systemClock.now(),
    });
    return {
      ...{
        now: toTotal(row.now),
        before: before.from < keptFrom ? null : toTotal(row.before),
        keptFrom,
        people,
      },
      subjects: (row.subjects ?? []).map(toSubject),
      found: row.people?.[0]?.found ?? 0,
    };
  });
}

/** What all people used on each day of UTC of a range, oldest first. @throws UsageForbidden */
export async function listEverybodysDays(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  range: UsageRange,
): Promise<EverybodysDay[]> {
  requireAdmin(actor, UsageForbidden);
  return readDays(db, range);
}
