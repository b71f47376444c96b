import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { AppContext } from "@/lib/context";
import { listQuotaOverrides } from "@/lib/quota-overrides";
import { quotaKinds, type QuotaKind, type QuotaOverride } from "@/lib/quota-overrides/types";
import { submitQuota, submitQuotaEnd } from "../_actions/overrides";
import { ActRow } from "./act-row";
import { OverrideForm } from "./override-form";

const kindWords: Readonly<Record<QuotaKind, string>> = {
  runs_per_day: "Runs a day",
  runs_per_month: "Runs a month",
  api_calls_per_minute: "API calls a minute",
  api_calls_per_month: "API calls a month",
  storage_bytes: "Storage, in bytes",
  projects: "Projects",
  upload_bytes: "Size of an upload, in bytes",
};

const wordsOf = (kind: string) => (Object.hasOwn(kindWords, kind) ? kindWords[kind as QuotaKind] : kind);
const figure = new Intl.NumberFormat("en-US");

/** Limits for this person alone: those that count, with the way to end them, and the way to set one. */
export async function QuotaCard({ ctx, userId }: { ctx: AppContext; userId: string }) {
  const overrides = await listQuotaOverrides(ctx.db, userId);
  const now = ctx.clock.now();
  const running = overrides.filter(({ endedAt, endsAt }) => endedAt === null && endsAt > now);
  return (
    <Card aria-labelledby="quotas" className="mt-6">
      <CardHeader
        id="quotas"
        title="Own limits"
        description="In place of what their plan says, until a day. Kept for when services ask for limits: none does yet. A new one replaces the earlier of its kind."
      />
      <ul className="mt-2 divide-y divide-line">
        {running.map((override) => (
          <RunningQuota key={override.id} userId={userId} override={override} />
        ))}
        <li className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[2fr_3fr]">
          <p className="text-[0.8125rem] text-ink-muted">
            {running.length === 0 ? "None." : "Another limit:"}
          </p>
          <OverrideForm
            id="quota"
            action={submitQuota}
            values={{ userId, id: randomUUID() }}
            choice={{
              ...{ name: "kind", label: "What" },
              choices: quotaKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
            }}
            limitLabel="At most"
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
      title={`${wordsOf(kind)}: ${figure.format(limit)}`}
      state={
        <Badge tone="accent">
          Until <DateTime value={new Date(endsAt.getTime() - 1)} />
        </Badge>
      }
      meaning={`“${reason}”`}
    />
  );
}
