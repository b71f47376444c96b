import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { currentPeriod } from "./item-periods";
import { isEnded, isRunning } from "./subscription-status";

const DAY = 24 * 60 * 60;
/** Stripe's own default is chosen in the dashboard; this is the one it comes with. */
const UPCOMING_DAYS = 7;
export const TRIAL_NOTICE = 3 * DAY;

/** Its period is over, or it was to be cancelled by now. */
export const SUBSCRIPTION_TURNS = "subscription_turns";
export const INVOICE_UPCOMING = "invoice_upcoming";
export const TRIAL_WILL_END = "trial_will_end";
export const INCOMPLETE_EXPIRES = "incomplete_expires";
export const COLLECTION_RESUMES = "collection_resumes";

/** Arranges what time will do to a subscription as it is now; replaces what was arranged before. */
export function setTimers(engine: Engine, subscription: WireSubscription): void {
  if (isEnded(subscription)) {
    engine.store.due.cancelAll(subscription.id);
    return;
  }
  const { id, cancel_at: cancelAt, trial_end: trialEnd, pause_collection: pause } = subscription;
  const { end } = currentPeriod(subscription);
  const runs = isRunning(subscription);
  const pausedUntil = subscription.status === "paused" ? cancelAt : null;
  arrange(engine, { kind: SUBSCRIPTION_TURNS, id, at: runs ? end : pausedUntil });
  const isLast = cancelAt !== null && cancelAt <= end;
  const upcoming = runs && !isLast && pause === null ? end - UPCOMING_DAYS * DAY : null;
  arrange(engine, { kind: INVOICE_UPCOMING, id, at: later(engine, upcoming) });
  const trial = subscription.status === "trialing" && trialEnd !== null ? trialEnd - TRIAL_NOTICE : null;
  if (trialEnd !== null) arrange(engine, { kind: TRIAL_WILL_END, id, at: later(engine, trial) });
  if (pause?.resumes_at) arrange(engine, { kind: COLLECTION_RESUMES, id, at: pause.resumes_at });
}

const later = (engine: Engine, at: number | null): number | null =>
  at !== null && at > engine.now ? at : null;

function arrange(engine: Engine, { kind, id, at }: { kind: string; id: string; at: number | null }): void {
  if (at === null) engine.store.due.cancel(kind, id);
  else engine.schedule(kind, id, at);
}
