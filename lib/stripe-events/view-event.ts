import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { StripeEventNotFound } from "./errors";
import { readEvent } from "./detail-queries";
import { requireOperator } from "./require-operator";
import type { EventDetail } from "./schema";
import { withoutSecrets } from "./without-secrets";

type Context = Pick<AppContext, "db" | "actor" | "systemClock">;

/**
 * An event with what Stripe wrote in it, less its secrets. Payloads tell of people: each look is on record.
 * @throws StripeEventsForbidden, StripeEventNotFound
 */
export async function viewEvent(
  { db, actor, systemClock }: Context,
  { id, origin }: { id: string; origin: AuditedAct["origin"] },
): Promise<EventDetail> {
  requireOperator(actor);
  const event = /^evt_\w{1,200}$/.test(id) ? await readEvent(db, id) : null;
  if (!event) throw new StripeEventNotFound(id);
  const target = { type: "webhook", id } as const;
  const { userId } = event;
  await db.transaction((tx) =>
    recordAudit(tx, { actor, origin, action: "webhook_viewed", target, userId, now: systemClock.now() }),
  );
  return { ...event, payload: withoutSecrets(event.payload) };
}
