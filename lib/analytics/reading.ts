import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { AnalyticsForbidden } from "./errors";
import { openSource, type Source } from "./source";
import { takeTurns } from "./take-turns";

export type AnalyticsContext = Pick<AppContext, "db" | "actor" | "clock">;

/** What the questions of one page are put to. */
export interface Reading {
  source: Source;
  now: Date;
}

/**
 * Opens the figures of a zone for an admin. What was committed before is in all answers, and what several questions need
 * is read once: open it anew for what comes later.
 * @throws AnalyticsForbidden
 */
export async function openAnalytics(ctx: AnalyticsContext, zone: string): Promise<Reading> {
  requireAdmin(ctx.actor, AnalyticsForbidden);
  return { source: await openSource(takeTurns(ctx.db), zone), now: ctx.clock.now() };
}
