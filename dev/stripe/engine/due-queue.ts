import { BALANCE_AVAILABLE, makeBalanceAvailable } from "./charges";
import { SESSION_EXPIRES } from "./session-terms";
import { COUPON_ENDS, endCouponWhenDue } from "./discounts/coupons";
import { DISCOUNT_ENDS } from "./discounts/discounts";
import { endDiscountWhenDue } from "./discounts/end-discount";
import { endPromotionCodeWhenDue, PROMOTION_CODE_ENDS } from "./discounts/promotion-codes";
import { disputeChargeWhenDue, CHARGE_IS_DISPUTED } from "./disputes/disputed-cards";
import { BANK_DECIDES, closeWhenEvidenceIsDue, decideWhenDue } from "./disputes/decide-dispute";
import { EVIDENCE_IS_DUE } from "./disputes/open-dispute";
import { type DueItem } from "../store/due-store";
import { keepDueFailure, reportDueFailures } from "./due-failures";
import { Engine, type EngineParts } from "./engine";
import { expireSessionWhenDue } from "./expire-session";
import { failRefundWhenDue, REFUND_FAILS, REFUND_SETTLES, settleRefundWhenDue } from "./refund-outcomes";
import { collect, finalizeWhenDue, markOverdue, retryWhenDue } from "./invoices/advance-invoice";
import { INVOICE_FINALIZES } from "./invoices/create-invoice";
import { INVOICE_COLLECTS, INVOICE_OVERDUE, INVOICE_RETRIES } from "./invoices/settle-invoice";
import { inOwnTime } from "./schedule-soon";
import { SUBSCRIPTION_HANDLERS } from "./subscriptions/due-handlers";
import { advancingClocks, arrive, type Advance } from "./test-clocks";

/** So many happenings are committed at once: a commit costs as much as one of them does. */
const BATCH = 2000;

type DueHandler = (engine: Engine, objectId: string) => void;

/** What time does by itself, by kind of due item. */
const HANDLERS: Record<string, DueHandler> = {
  [BALANCE_AVAILABLE]: makeBalanceAvailable,
  [BANK_DECIDES]: inOwnTime(decideWhenDue),
  [CHARGE_IS_DISPUTED]: inOwnTime(disputeChargeWhenDue),
  [COUPON_ENDS]: endCouponWhenDue,
  [DISCOUNT_ENDS]: endDiscountWhenDue,
  [EVIDENCE_IS_DUE]: closeWhenEvidenceIsDue,
  [INVOICE_COLLECTS]: inOwnTime(collect),
  [INVOICE_FINALIZES]: finalizeWhenDue,
  [INVOICE_OVERDUE]: markOverdue,
  [INVOICE_RETRIES]: retryWhenDue,
  [PROMOTION_CODE_ENDS]: endPromotionCodeWhenDue,
  [REFUND_FAILS]: failRefundWhenDue,
  [REFUND_SETTLES]: settleRefundWhenDue,
  [SESSION_EXPIRES]: expireSessionWhenDue,
  ...SUBSCRIPTION_HANDLERS,
};

/**
 * Does everything that has fallen due, oldest first, each at its own second and wholly or not at all: on
 * the stand-in's own clock until `until`, and on each test clock that is being advanced until where it goes.
 * An item that fails is dropped and its failure kept (due-failures.ts): it neither stops the others nor reaches
 * the caller, who asked for something else.
 */
export function runDue(parts: EngineParts, until: number): number {
  let done = runClock(parts, null, until);
  for (const { clock, target } of advancingClocks(parts)) {
    done += runClock(parts, clock, target);
    finishAdvance(parts, { clock, target });
  }
  return done;
}

function runClock(parts: EngineParts, clock: string | null, until: number): number {
  let done = 0;
  for (let more = BATCH; more === BATCH; done += more) more = runBatch(parts, clock, until);
  return done;
}

/**
 * Commits many at once: what was not committed is still due, so an interruption loses nothing. When one fails, all
 * are undone and done again, each in a savepoint of its own, so that only what failed stays undone.
 */
function runBatch(parts: EngineParts, clock: string | null, until: number): number {
  try {
    return parts.store.transaction(() => runItems(parts, { clock, until }, runItem));
  } catch {
    const failed: Parameters<typeof reportDueFailures>[0] = [];
    const done = parts.store.transaction(() =>
      runItems(parts, { clock, until }, (_, item) => {
        try {
          parts.store.transaction(() => runItem(parts, item));
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          const failure = { ...item, message };
          keepDueFailure(parts.store, failure);
          failed.push({ failure, error });
        }
      }),
    );
    reportDueFailures(failed);
    return done;
  }
}

function runItems(
  parts: EngineParts,
  { clock, until }: { clock: string | null; until: number },
  run: (parts: EngineParts, item: DueItem) => void,
): number {
  const { due } = parts.store;
  let done = 0;
  while (done < BATCH) {
    const listed = due.first(clock, BATCH - done).filter(({ item }) => item.at <= until);
    if (listed.length === 0) return done;
    for (const entry of listed) {
      if (!due.take(entry)) continue;
      run(parts, entry.item);
      done += 1;
    }
  }
  return done;
}

function runItem(parts: EngineParts, { at, clock, kind, objectId }: DueItem): void {
  const handler = HANDLERS[kind];
  if (!handler) throw new Error(`Nothing handles what falls due as "${kind}"`);
  parts.clock.at(at, clock, () => handler(new Engine(parts), objectId));
}

function finishAdvance(parts: EngineParts, advance: Advance): void {
  parts.store.transaction(() => arrive(new Engine(parts), advance));
}

/** Moves the stand-in's own clock ahead; what falls due on the way happens on the way, not at the end. */
export function advance(parts: EngineParts, seconds: number): number {
  const done = runDue(parts, parts.clock.now() + seconds);
  parts.clock.moveAhead(seconds);
  return done;
}
