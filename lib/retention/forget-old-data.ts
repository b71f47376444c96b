import { forgetEndedSessions } from "@/lib/auth/forget-ended-sessions";
import { forgetUnseenDevices } from "@/lib/auth/forget-unseen-devices";
import type { AppContext } from "@/lib/context";
import { forgetMessages } from "@/lib/contact";
import { forgetNotices } from "@/lib/inbox";
import { forgetSentEmails } from "@/lib/notifications";
import { forgetChallenges } from "@/lib/passkeys";
import { forgetRateLimits } from "@/lib/rate-limits";
import { forgetDeletedPeople } from "@/lib/stripe-events";
import { forgetPendingSignIns } from "@/lib/two-factor";
import { forgetUsage } from "@/lib/usage";
import { forgetEmailLinks } from "@/lib/users";

type Context = Pick<AppContext, "db" | "systemClock" | "log">;

const steps = {
  sessions: forgetEndedSessions,
  devices: forgetUnseenDevices,
  emailLinks: forgetEmailLinks,
  pendingSignIns: forgetPendingSignIns,
  challenges: forgetChallenges,
  emails: forgetSentEmails,
  notices: forgetNotices,
  rateLimits: forgetRateLimits,
  stripeEvents: forgetDeletedPeople,
  messages: forgetMessages,
  usage: forgetUsage,
} as const satisfies Record<string, (ctx: Context) => Promise<number>>;

/**
 * Handles the job "forget-old-data": lets go of what has had its time. Idempotent. A step that fails is thrown after the
 * others have done their work.
 * @returns how many rows, of each kind
 */
export async function forgetOldData(ctx: Context): Promise<Record<keyof typeof steps, number>> {
  const done = {
    sessions: 0,
    devices: 0,
    emailLinks: 0,
    pendingSignIns: 0,
    challenges: 0,
    emails: 0,
    notices: 0,
    rateLimits: 0,
    stripeEvents: 0,
    messages: 0,
    usage: 0,
  };
  const failures: unknown[] = [];
  for (const name of Object.keys(steps) as (keyof typeof steps)[]) {
    try {
      done[name] = await steps[name](ctx);
    } catch (error) {
      failures.push(error);
    }
  }
  ctx.log.info({ ...done }, "old data was forgotten");
  if (failures.length > 0) throw new AggregateError(failures, "some old data could not be forgotten");
  return done;
}
