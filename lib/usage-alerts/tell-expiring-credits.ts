import type { EmailMessage } from "@/emails/types";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { formatCredits, formatMinute } from "@/lib/shared/format";
import { expiringDays, leastExpiringMilli } from "./policy";
import { findReader, listExpiringOwners, type Reader } from "./queries";
import { claimExpiringLots, type ExpiringLot } from "./repository";
import { visitPeople } from "./visit-people";

type Context = Pick<AppContext, "db" | "clock" | "appUrl">;

const dayMs = 86_400_000;

const sumOf = (lots: readonly ExpiringLot[]) =>
  lots.reduce((sum, { remainingMilli }) => sum + remainingMilli, 0n);

/** One line for each instant. */
function toMessage(lots: readonly ExpiringLot[], { timeZone }: Reader, appUrl: string): EmailMessage {
  const byInstant = Map.groupBy(lots, ({ expiresAt }) => formatMinute(expiresAt, timeZone ?? "UTC"));
  const parts = [...byInstant].map(([expiresAt, some]) => ({
    expiresAt,
    credits: formatCredits(sumOf(some)),
  }));
  return {
    template: "credits-expiring",
    props: {
      credits: formatCredits(sumOf(lots)),
      expiresAt: parts[0]?.expiresAt ?? "",
      parts,
      creditsUrl: `${appUrl}/credits`,
    },
  };
}

async function tellOwner(ctx: Context, userId: string, span: { now: Date; until: Date }): Promise<boolean> {
  const reader = await findReader(ctx.db, userId);
  if (!reader) return false;
  return ctx.db.transaction(async (tx) => {
    const lots = await claimExpiringLots(tx, { userId, ...span });
    const [first] = lots;
    if (!first || sumOf(lots) < leastExpiringMilli) return false;
    const message = toMessage(lots, reader, ctx.appUrl);
    const key = `credits-expiring:${userId}:${first.no}`;
    await queueEmail(tx, { to: reader.email, userId, key, message });
    return true;
  });
}

/**
 * Handles the job "tell-expiring-credits": tells people of credits that they have not spent and that expire within three
 * days. Once for each lot, and one mail for several, though it runs twice at once or dies anywhere: what is told of is
 * claimed in the transaction that tells it. Of less than one credit nobody hears.
 * @returns how many people were told
 */
export async function tellExpiringCredits(ctx: Context): Promise<{ told: number }> {
  const now = ctx.clock.now();
  const span = { now, until: new Date(now.getTime() + expiringDays * dayMs) };
  const told = await visitPeople({
    list: (page) => listExpiringOwners(ctx.db, { ...span, ...page }),
    idOf: (userId) => userId,
    visit: (userId) => tellOwner(ctx, userId, span),
  });
  return { told };
}
