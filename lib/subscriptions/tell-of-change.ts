import type { EmailMessage } from "@/emails/types";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { getUserEmail } from "@/lib/users";
import { toChangeMessage, toTrialMessage } from "./change-message";
import type { SubscriptionRow } from "./repository";

export interface ChangeMatter {
  before: SubscriptionRow | null;
  after: SubscriptionRow;
  /** Of the reading that found the change: no other writes it. */
  fetchNumber: bigint;
  /** The trial ends in some days. */
  trialEnding: boolean;
}

interface Mail {
  key: string;
  message: EmailMessage | null;
}

async function mail(tx: Db, userId: string, { key, message }: Mail): Promise<void> {
  if (message) await queueEmail(tx, { to: await getUserEmail(tx, userId), userId, key, message });
}

/** Mails what became of a plan besides its invoices: planned, taken back, ended. Once, in the transaction that wrote it. */
export async function tellOfChange(
  { appUrl }: Pick<AppContext, "appUrl">,
  tx: Db,
  { before, after, fetchNumber, trialEnding }: ChangeMatter,
): Promise<void> {
  const { id, userId, trialEndsAt } = after;
  const planUrl = `${appUrl}/billing/plans`;
  if (trialEnding && trialEndsAt) {
    const key = `trial-ending:${id}:${trialEndsAt.toISOString()}`;
    await mail(tx, userId, { key, message: toTrialMessage(planUrl, after) });
  }
  const message = before && toChangeMessage(planUrl, before, after);
  await mail(tx, userId, { key: `plan:${id}:${fetchNumber}`, message });
}
