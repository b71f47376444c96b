import type { AppContext } from "@/lib/context";
import { findEntitlement } from "@/lib/quotas";
import { quotaKinds, type Entitlement, type QuotaKind } from "@/lib/quotas/types";
import { requireAdmin } from "@/lib/shared/require-admin";
import { UsageForbidden } from "./errors";
import { readHits, readPersonEvents, readReached, readSpikes } from "./pressure-queries";
import type { LimitEvent, QuotaPressure, UsageRange, UsageSpikes } from "./types";

export { countPressure } from "./pressure-queries";

type Reader = Pick<AppContext, "db" | "actor" | "clock">;

const isKind = (kind: string): kind is QuotaKind => quotaKinds.some((known) => known === kind);

/** Each person's once: some were refused by several limits. */
async function findEntitlements(ctx: Reader, userIds: readonly string[]): Promise<Map<string, Entitlement>> {
  const entries = [...new Set(userIds)].map(
    async (userId) => [userId, await findEntitlement(ctx, userId)] as const,
  );
  return new Map(await Promise.all(entries));
}

/**
 * Whom limits refused in a range of days of UTC, and who was told that they come near one.
 * @throws UsageForbidden
 */
export async function getQuotaPressure(ctx: Reader, range: UsageRange): Promise<QuotaPressure> {
  requireAdmin(ctx.actor, UsageForbidden);
  const [rows, reached] = await Promise.all([readHits(ctx.db, range), readReached(ctx.db, range)]);
  const entitlements = await findEntitlements(
    ctx,
    rows.map(({ userId }) => userId),
  );
  const hits = rows.flatMap(({ people: _, kind, ...row }) => {
    const entitlement = entitlements.get(row.userId);
    if (!isKind(kind) || !entitlement) return [];
    const own = entitlement.overrides.some((override) => override.kind === kind);
    return [{ ...row, kind, own, planName: entitlement.planName }];
  });
  return {
    hits,
    people: rows[0]?.people ?? 0,
    reached: reached.flatMap(({ kind, ...row }) => (isKind(kind) ? [{ ...row, kind }] : [])),
  };
}

/**
 * Days that stood out from those before, the latest first; of one person with `userId`. Days are those of each person.
 * @throws UsageForbidden
 */
export async function listUsageSpikes(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  { userId = null, ...range }: UsageRange & { userId?: string | null },
): Promise<UsageSpikes> {
  requireAdmin(actor, UsageForbidden);
  const rows = await readSpikes(db, range, userId);
  return { spikes: rows.map(({ found: _, ...spike }) => spike), found: rows[0]?.found ?? 0 };
}

/**
 * What one person's limits refused them, and what they were told of them: the latest twenty.
 * @throws UsageForbidden
 */
export async function listLimitEvents(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  userId: string,
): Promise<LimitEvent[]> {
  requireAdmin(actor, UsageForbidden);
  const rows = await readPersonEvents(db, userId);
  return rows.flatMap(({ kind, ...row }) => (isKind(kind) ? [{ ...row, kind }] : []));
}
