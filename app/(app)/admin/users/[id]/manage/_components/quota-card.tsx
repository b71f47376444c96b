import { randomUUID } from "node:crypto";
import { formatQuota } from "@/components/quotas/format-quota";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { AppContext } from "@/lib/context";
import { listQuotaOverrides } from "@/lib/quota-overrides";
import type { QuotaOverride } from "@/lib/quota-overrides/types";
import { quotaKinds, quotaTerms, type QuotaKind } from "@/lib/quotas/types";
import { submitQuota, submitQuotaEnd } from "../_actions/overrides";
import { ActRow } from "./act-row";
import { OverrideForm } from "./override-form";

const isKind = (kind: string): kind is QuotaKind => quotaKinds.some((known) => known === kind);

/** Limits for this person alone: those that count, with the way to end them, and the way to set one. */
export async function QuotaCard({ ctx, userId }: { ctx: AppContext; userId: string }) {
  const overrides = await listQuotaOverrides(ctx.db, userId);
  const now = ctx.clock.now();
  const running = overrides.filter(({ endedAt, endsAt }) => endedAt === null && endsAt > now);
  return (
    <Card aria-labelledby="quotas" className="mt-6 scroll-mt-20">
      <CardHeader
        id="quotas"
        title="Own limits"
        description="In place of what their plan says, until a day. They count from the next use on. A new one replaces the earlier of its kind."
      />
      <ul className="mt-2 divide-y divide-line">
        {running.map((override) => (
          <RunningQuota key={override.id} userId={userId} override={override} />
        ))}
        <li className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[2fr_3fr]">
          <p className="text-[0.8125rem] text-ink-muted">
            {running.length === 0 ? "None yet." : "Another limit."} At 0 nothing is allowed; 999,999,999,999
            is as good as no limit. Sizes are written as 500 MiB or 2 GiB.
          </p>
          <OverrideForm
            id="quota"
            action={submitQuota}
            values={{ userId, id: randomUUID() }}
            choice={{
              ...{ name: "kind", label: "What" },
              choices: quotaKinds.map((kind) => ({ value: kind, label: quotaTerms[kind].label })),
            }}
            limit={{
              label: "At most",
              hint: "Such as 500, or 2 GiB.",
            }}
            label="Set the limit"
          />
        </li>
      </ul>
    </Card>
  );
}

function RunningQuota({ userId, override }: { userId: string; override: QuotaOverride }) {
  const { id, kind, limit, endsAt, reason } = override;
  return (
    <ActRow
      {...{ id: `quota-${id}`, userId, action: submitQuotaEnd, values: { id }, label: "End now" }}
      title={wordsOf(kind, limit)}
      state={
        <Badge tone="accent">
          Until <DateTime value={new Date(endsAt.getTime() - 1)} />
        </Badge>
      }
      meaning={`“${reason}”`}
    />
  );
}

/** "Storage: 2 GiB", and what zero means. */
function wordsOf(kind: string, limit: bigint): string {
  if (!isKind(kind)) return `${kind}: ${limit}`;
  const words = `${quotaTerms[kind].label}: ${formatQuota(kind, limit)}`;
  return limit === 0n ? `${words}, so nothing is allowed` : words;
}
