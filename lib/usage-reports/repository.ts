import type { Db } from "@/lib/db";
import type { Day } from "@/lib/shared/calendar";
import type { ReportRhythm } from "./types";

interface Told {
  userId: string;
  report: "own" | ReportRhythm;
  period: Day;
  now: Date;
}

/**
 * Writes down that a period is reported by this transaction. Others that try meanwhile wait for it.
 * @returns false when another one did
 */
export async function claimReport(tx: Db, { userId, report, period, now }: Told): Promise<boolean> {
  const { count } = await tx.prisma.reportTold.createMany({
    data: { userId, report, period: new Date(`${period}T00:00:00Z`), toldAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

interface Switch {
  userId: string;
  rhythm: ReportRhythm;
  now: Date;
}

/** @returns whether that changed anything */
export async function switchOn(tx: Db, { userId, rhythm, now }: Switch): Promise<boolean> {
  const data = { userId, rhythm, enabledAt: now };
  const { count } = await tx.prisma.reportSchedule.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** @returns whether that changed anything */
export async function switchOff(tx: Db, { userId, rhythm }: Omit<Switch, "now">): Promise<boolean> {
  const { count } = await tx.prisma.reportSchedule.deleteMany({ where: { userId, rhythm } });
  return count === 1;
}
