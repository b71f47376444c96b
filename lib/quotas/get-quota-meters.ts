import type { AppContext } from "@/lib/context";
import { toEntitlement, windowAt } from "./policy";
import { readCounters, readRights } from "./queries";
import { quotaKinds, quotaTerms, type Entitlement, type QuotaMeter } from "./types";

type Context = Pick<AppContext, "db" | "clock">;

/** What somebody may use now: their plan's limits, with those in their place that an admin set for them. */
export async function findEntitlement({ db, clock }: Context, userId: string): Promise<Entitlement> {
  return toEntitlement(await readRights(db, userId, clock.now()));
}

/** How much of each limit somebody used, in the order of pages. What is compared with one thing alone has no meter. */
export async function getQuotaMeters({ db, clock }: Context, userId: string): Promise<QuotaMeter[]> {
  const now = clock.now();
  const kinds = quotaKinds.filter((kind) => quotaTerms[kind].window !== "size");
  const windows = kinds.map((kind) => windowAt(quotaTerms[kind].window, now));
  const starts = windows.map(({ startsAt }) => startsAt);
  const [rights, counters] = await Promise.all([
    readRights(db, userId, now),
    readCounters(db, { userId, kinds, starts }),
  ]);
  const { limits, overrides } = toEntitlement(rights);
  return kinds.map((kind, index) => ({
    kind,
    used: counters.get(kind) ?? 0n,
    limit: limits[kind],
    resetsAt: windows[index]?.endsAt ?? null,
    from: overrides.some((override) => override.kind === kind) ? "override" : "plan",
  }));
}
