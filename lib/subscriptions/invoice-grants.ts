import type { BillingInterval } from "@/lib/catalog/types";
import type { GatewayInvoiceLine, Period } from "@/lib/ports/subscription-gateway";
import { creditMonths } from "./credit-months";

/** What our catalogue says of a price that Stripe bills. */
export interface PlanTerms {
  planName: string;
  interval: BillingInterval;
  /** Of one month. */
  creditsMilli: bigint;
  /** Of one trial, whatever its length. */
  trialCreditsMilli: bigint;
}

/** A line with the whole period of which it bills, or gives back, a part. */
export type CreditedLine = GatewayInvoiceLine & { wholePeriod: Period | null };

/** Credits that a paid invoice brings for one month. */
export interface MonthGrant {
  /** Unique for ever: of the invoice's line and month. */
  key: string;
  creditsMilli: bigint;
  effectiveAt: Date;
  expiresAt: Date;
  description: string;
}

/** A plan's share of one month, positive or taken off. */
interface MonthShare {
  month: Period;
  effectiveAt: Date;
  creditsMilli: bigint;
}

const span = ({ startsAt, endsAt }: Period) => BigInt(endsAt.getTime() - startsAt.getTime());

function overlap(a: Period, b: Period): Period | null {
  const startsAt = a.startsAt > b.startsAt ? a.startsAt : b.startsAt;
  const endsAt = a.endsAt < b.endsAt ? a.endsAt : b.endsAt;
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}

/** For a part of a period whose whole is unknown, the money says how large the part is. */
function shareByMoney(line: GatewayInvoiceLine, creditsMilli: bigint): bigint {
  const full = (line.unitAmountMinor ?? 0n) * BigInt(line.quantity);
  const amount = line.amountMinor < 0n ? -line.amountMinor : line.amountMinor;
  return full === 0n || amount >= full ? creditsMilli : (creditsMilli * amount) / full;
}

/** What a line stands for, month by month: the share of each month that its period covers. */
function monthShares(line: CreditedLine, terms: PlanTerms): MonthShare[] {
  const monthly = terms.creditsMilli * BigInt(line.quantity);
  if (line.proration && !line.wholePeriod) {
    const creditsMilli = shareByMoney(line, monthly);
    return [{ month: line.period, effectiveAt: line.period.startsAt, creditsMilli }];
  }
  return creditMonths(line.wholePeriod ?? line.period, terms.interval).flatMap((month) => {
    const part = overlap(month, line.period);
    if (!part) return [];
    const creditsMilli = (monthly * span(part)) / span(month);
    return [{ month, effectiveAt: part.startsAt, creditsMilli }];
  });
}

function isTrial(line: GatewayInvoiceLine): boolean {
  return !line.proration && line.amountMinor === 0n && (line.unitAmountMinor ?? 0n) > 0n;
}

function trialShare({ period, quantity }: CreditedLine, terms: PlanTerms): MonthShare[] {
  const creditsMilli = terms.trialCreditsMilli * BigInt(quantity);
  return [{ month: period, effectiveAt: period.startsAt, creditsMilli }];
}

/** Takes what the old plan still had from the months of the new one, never below nothing. */
function takeOff(grants: MonthGrant[], { effectiveAt, creditsMilli }: MonthShare): void {
  const grant =
    grants.find((month) => month.effectiveAt <= effectiveAt && effectiveAt < month.expiresAt) ?? grants[0];
  if (!grant) return;
  grant.creditsMilli = grant.creditsMilli > creditsMilli ? grant.creditsMilli - creditsMilli : 0n;
}

function toGrants(invoiceId: string, line: CreditedLine, terms: PlanTerms): MonthGrant[] {
  const shares = isTrial(line) ? trialShare(line, terms) : monthShares(line, terms);
  return shares.map(({ month, effectiveAt, creditsMilli }, index) => ({
    key: `in:${invoiceId}:${line.lineId}${index === 0 ? "" : `:${index + 1}`}`,
    creditsMilli,
    effectiveAt,
    expiresAt: month.endsAt,
    description: isTrial(line) ? `${terms.planName} trial` : terms.planName,
  }));
}

/**
 * The credits of a paid invoice: a pure function of its lines, so that every reading of it, by whichever way and in
 * whichever order, grants the same. A plan's line brings its months' credits, each month's expiring at its end; a change
 * of plan brings the difference for what is left, because what is left of the old plan's credits stays.
 */
export function grantsOfInvoice(
  invoiceId: string,
  lines: readonly CreditedLine[],
  termsOf: (stripePriceId: string | null) => PlanTerms | null,
): MonthGrant[] {
  const known = lines.flatMap((line) => {
    const terms = termsOf(line.stripePriceId);
    return terms ? [{ line, terms }] : [];
  });
  const grants = known
    .filter(({ line }) => line.amountMinor >= 0n)
    .flatMap(({ line, terms }) => toGrants(invoiceId, line, terms));
  for (const { line, terms } of known.filter(({ line }) => line.amountMinor < 0n)) {
    for (const share of monthShares(line, terms)) takeOff(grants, share);
  }
  return grants.filter(({ creditsMilli }) => creditsMilli > 0n);
}
