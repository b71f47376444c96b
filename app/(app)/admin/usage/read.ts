import { cache } from "react";
import type { AppContext } from "@/lib/context";
import { getEverybodysUsage, getQuotaPressure, listEverybodysDays, listUsageSpikes } from "@/lib/usage";
import type { UsageRange } from "@/lib/usage/types";
import type { openAdminContext } from "../admin-context";
import type { MonitoringQuestion } from "./read-search";

type Origin = Awaited<ReturnType<typeof openAdminContext>>["origin"];

// What several blocks show is asked for once per page, and so written down once.
export const readEverybody = cache((ctx: AppContext, question: MonitoringQuestion, origin: Origin) =>
  getEverybodysUsage(ctx, question, origin),
);
export const readDays = cache((ctx: AppContext, range: UsageRange) => listEverybodysDays(ctx, range));
export const readPressure = cache((ctx: AppContext, range: UsageRange) => getQuotaPressure(ctx, range));
export const readSpikes = cache((ctx: AppContext, range: UsageRange) => listUsageSpikes(ctx, range));

/** What every block of the page is asked. */
export interface BlockProps {
  ctx: AppContext;
  origin: Origin;
  question: MonitoringQuestion;
}
