import type { EmailMessage } from "@/emails/types";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { formatCount, formatCredits, formatMinute } from "@/lib/shared/format";
import { findSpike } from "./policy";
import { findReader, listRecentUse } from "./queries";
import { insertSpike } from "./repository";
import type { RecentUse, Spike } from "./types";
import { visitPeople } from "./visit-people";

type Context = Pick<AppContext, "db" | "clock" | "appUrl">;

const hourMs = 3_600_000;

const toCredits = (milli: bigint) => `${formatCredits(((milli + 500n) / 1_000n) * 1_000n)} credits`;

function toMessage(spike: Spike, { until, appUrl }: { until: string; appUrl: string }): EmailMessage {
  const { last, usual, creditsRose, callsRose } = spike;
  const credits = {
    ...{ what: "Credits", last: toCredits(last.creditsMilli), usual: toCredits(usual.creditsMilli) },
  };
  const calls = { what: "API calls", last: formatCount(last.calls), usual: formatCount(usual.calls) };
  const rises = [...(creditsRose ? [credits] : []), ...(callsRose ? [calls] : [])];
  const props = { rises, until, usageUrl: `${appUrl}/usage`, keysUrl: `${appUrl}/settings/api-keys` };
  return { template: "usage-spike", props };
}

async function look(ctx: Context, use: RecentUse, until: Date): Promise<boolean> {
  const spike = findSpike(use);
  const { userId } = use;
  const reader = spike && (await findReader(ctx.db, userId));
  if (!spike || !reader) return false;
  const now = ctx.clock.now();
  const message = toMessage(spike, {
    until: formatMinute(until, reader.timeZone ?? "UTC"),
    appUrl: ctx.appUrl,
  });
  return ctx.db.transaction(async (tx) => {
    if (!(await insertSpike(tx, { ...spike, userId, until, now }))) return false;
    const key = `usage-spike:${userId}:${now.toISOString().slice(0, 10)}`;
    await queueEmail(tx, { to: reader.email, userId, key, message });
    return true;
  });
}

/**
 * Handles the job "find-usage-spikes": finds whose last 24 full hours are far above what is usual for them (the rule is
 * in policy.ts), keeps the figures and tells them. Once for a person and day in UTC, and once for one rise though a day
 * ends within it; may run twice at once and die anywhere.
 * @returns how many were found
 */
export async function findUsageSpikes(ctx: Context): Promise<{ found: number }> {
  const until = new Date(Math.floor(ctx.clock.now().getTime() / hourMs) * hourMs);
  const found = await visitPeople({
    list: (page) => listRecentUse(ctx.db, { until, ...page }),
    idOf: ({ userId }) => userId,
    visit: (use) => look(ctx, use, until),
  });
  return { found };
}
