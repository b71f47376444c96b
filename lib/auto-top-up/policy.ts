import type { PackForSale } from "@/lib/catalog/types";
import type { Actor } from "@/lib/ports/actor";
import { CapOutOfRange, MemberRequired, ThresholdOutOfRange } from "./errors";
import type { AutoTopUp, PackTerms } from "./types";

/** @throws MemberRequired */
export function memberOf(actor: Actor): string {
  if (actor.kind !== "user") throw new MemberRequired();
  return actor.userId;
}

/** More in a month is a slip of the keyboard. */
const mostPurchases = 100n;

export function termsOf({ creditsMilli, price }: PackForSale): PackTerms {
  return { creditsMilli, amountMinor: price.amountMinor, currency: price.currency };
}

/** @throws ThresholdOutOfRange, CapOutOfRange */
export function checkWish(
  { thresholdMilli, capMinor }: Pick<AutoTopUp, "thresholdMilli" | "capMinor">,
  { creditsMilli, amountMinor, currency }: PackTerms,
): void {
  if (thresholdMilli <= 0n || thresholdMilli > creditsMilli) throw new ThresholdOutOfRange(creditsMilli);
  const range = { leastMinor: amountMinor, mostMinor: amountMinor * mostPurchases, currency };
  if (capMinor < range.leastMinor || capMinor > range.mostMinor) throw new CapOutOfRange(range);
}

/** The calendar month of UTC: nobody gets a second cap by moving their time zone. */
export function monthOf(now: Date): { startsAt: Date; endsAt: Date; name: string } {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const startsAt = new Date(Date.UTC(year, month));
  return { startsAt, endsAt: new Date(Date.UTC(year, month + 1)), name: startsAt.toISOString().slice(0, 7) };
}

/** What was agreed to is the most that may be charged, for the fewest credits. */
function isWorse(now: PackTerms, agreed: PackTerms): boolean {
  return (
    now.currency !== agreed.currency ||
    now.amountMinor > agreed.amountMinor ||
    now.creditsMilli < agreed.creditsMilli
  );
}

export interface Facts {
  settings: AutoTopUp | null;
  /** Money of this member went back, or a bank asks for it back, since they agreed. */
  returned: boolean;
  /** Neither suspended nor about to be deleted. */
  inGoodStanding: boolean;
  /** A plan's credits are on their way. */
  renewing: boolean;
  balanceMilli: bigint;
  debtMilli: bigint;
  /** A purchase is on its way, or has been made for this dip. */
  handled: boolean;
  /** As it is sold now; null when it is not. */
  pack: PackForSale | null;
  /** Of this month, what is on its way included. */
  spentMinor: bigint;
}

export type Verdict =
  | { act: "nothing" }
  | { act: "stop"; because: "payment_returned" | "price_changed" | "not_for_sale"; settings: AutoTopUp }
  | { act: "wait"; settings: AutoTopUp; pack: PackForSale }
  | { act: "buy"; settings: AutoTopUp; pack: PackForSale };

const nothing: Verdict = { act: "nothing" };

/** Pure: what a balance that may be low calls for. `wait`: the cap leaves no room until the next month. */
export function decide(facts: Facts): Verdict {
  const { settings, pack, balanceMilli, debtMilli, spentMinor } = facts;
  if (!settings?.enabled || !facts.inGoodStanding || facts.handled || facts.renewing) return nothing;
  // What is owed would swallow new credits: that is for the member to settle, not for their card.
  if (debtMilli > 0n || balanceMilli >= settings.thresholdMilli) return nothing;
  // The credits went with the money: who wanted it back does not want it charged again.
  if (facts.returned) return { act: "stop", because: "payment_returned", settings };
  if (!pack) return { act: "stop", because: "not_for_sale", settings };
  const terms = termsOf(pack);
  if (isWorse(terms, settings)) return { act: "stop", because: "price_changed", settings };
  const fits = spentMinor + terms.amountMinor <= settings.capMinor;
  return { act: fits ? "buy" : "wait", settings, pack };
}

const authentication = ["authentication_required", "payment_intent_action_required"];

/** Why a payment that was tried brought nothing. */
export function stopOf(failure: {
  code: string | null;
  declineCode: string | null;
}): "declined" | "needs_authentication" {
  const codes = [failure.code ?? "", failure.declineCode ?? ""];
  return codes.some((code) => authentication.includes(code)) ? "needs_authentication" : "declined";
}
