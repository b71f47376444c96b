import type { Difference, DifferenceReason } from "./types";

type Words = (difference: Difference) => string;

const said = (side: string | null) => side ?? "nothing";
const both: Words = ({ here, there }) => `${said(here)} here, ${said(there)} in Stripe`;

const words: Readonly<Record<DifferenceReason, Words>> = {
  no_row: ({ object }) => `Stripe has this ${object}, and we have no row of it`,
  no_attempt: ({ there }) => `a try to pay is not on record: ${said(there)}`,
  not_there: ({ object }) => `our row names a ${object} that Stripe does not know`,
  amount: (difference) => `the amounts differ: ${both(difference)}`,
  refunded_sum: (difference) => `what went back differs: ${both(difference)}`,
  status: (difference) => `the states differ: ${both(difference)}`,
  terms: (difference) => `price, dates or pause differ: ${both(difference)}`,
  not_credited: () => "it is paid, and its credits were not granted",
  problem: ({ here }) => `it is paid, but not as agreed (${said(here)}), so it brought no credits`,
  lots: ({ here, there }) =>
    `the credits are not those that were paid for: ${said(here)}, not ${said(there)}`,
  refund_took_nothing: () => "the refund took no credits back",
  refund_gave_nothing_back: () => "the refund failed, and its credits did not come back",
  dispute_froze_nothing: () => "the dispute is open, and its credits are not frozen",
  dispute_took_nothing: () => "the dispute is lost, and its credits were not taken back",
  returned_sum: ({ here, there }) => `credits for ${said(here)} were taken back, not for ${said(there)}`,
  unknown_customer: ({ stripeCustomerId }) =>
    stripeCustomerId ? `${stripeCustomerId} is no customer of ours` : "it has no customer",
  surplus: () => "a second subscription is alive",
};

/** A difference in words. */
export function describeDifference(difference: Difference): string {
  return words[difference.reason](difference);
}

const byHand: Partial<Record<DifferenceReason, string>> = {
  not_there: "find out which account or backup the row is from",
  amount: "compare both sides and correct the wrong one",
  returned_sum: "look at the ledger's entries of the payment",
  unknown_customer: "find out who paid, then refund it or give the customer metadata.user_id",
};

/** How it is repaired, in words. */
export function describeRepair({ repairable, reason, object }: Difference): string {
  if (!repairable) return `by hand: ${byHand[reason] ?? "look at both sides"}`;
  switch (reason) {
    case "unknown_customer":
      return `if Stripe's customer names a member: register it, then read the ${object} again`;
    case "surplus":
      return "end it in Stripe, pay back what was paid for it, and read it again";
    case "lots":
      return `read the ${object} again and grant what is missing`;
    case "problem":
      return `read the ${object} again; if it still is not as agreed: refund it, or grant credits by hand`;
    default:
      return `read the ${object} from Stripe again, as its webhook would`;
  }
}
