import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { AnalyticsForbidden } from "./errors";
import { openSource, type Source } from "./source";
import type { AnalyticsQuery } from "./types";

export type AnalyticsContext = Pick<AppContext, "db" | "actor" | "clock">;

/**
 * @throws AnalyticsForbidden
 */
export function openFor(ctx: AnalyticsContext, { zone }: Pick<AnalyticsQuery, "zone">): Promise<Source> {
  requireAdmin(ctx.actor, AnalyticsForbidden);
  return openSource(ctx.db, zone);
}
