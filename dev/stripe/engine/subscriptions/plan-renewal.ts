import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { type LineDraft } from "../invoices/invoice-draft";
import { type Period, periodFrom } from "./billing-cycle";
import { currentPeriod, withPeriods } from "./item-periods";
import { periodLines } from "./period-lines";
import { enterAtBoundary } from "./phase-change";
import { dueChange, type Phase } from "./schedule-state";

/** The next period and what it costs. */
export interface PlannedRenewal {
  next: WireSubscription;
  lines: LineDraft[];
  /** The one that ends, which is what the invoice says it is of. */
  ended: Period;
  /** Of a schedule, when it begins with the period. */
  phase: Phase | null;
}

/** Works out what happens when the current period ends; a schedule's next phase begins with the next period. */
export function planRenewal(engine: Engine, subscription: WireSubscription): PlannedRenewal {
  const ended = currentPeriod(subscription);
  const change = dueChange(engine, subscription, ended.end);
  const base = change?.next
    ? enterAtBoundary(engine, subscription, { phase: change.next, at: ended.end })
    : subscription;
  const status = base.status === "trialing" ? "active" : base.status;
  const next = withPeriods({ ...base, status }, ended.end);
  return {
    next,
    ended,
    phase: change?.next ?? null,
    lines: periodLines(engine, next, periodFrom(next, ended.end)),
  };
}
