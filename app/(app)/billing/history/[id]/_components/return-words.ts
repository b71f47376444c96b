import type { DisputeState, MoneyReturn } from "@/lib/payments/types";
import { formatCredits } from "@/lib/shared/format";

export const refundWords: Readonly<Record<MoneyReturn["status"], string>> = {
  pending: "On its way to you. Banks take five to ten days.",
  requires_action: "Waits for a step of yours: look into your mailbox.",
  succeeded: "Sent to you. Banks take five to ten days to show it.",
  failed: "Your bank did not take it. We look for another way and write to you.",
  canceled: "It was taken back before it reached you.",
};

export const disputeWords: Readonly<Record<DisputeState, string>> = {
  inquiry: "Your bank asks what this payment was. Your credits stay as they are.",
  open: "Your bank asks for the money back. What is left of these credits is blocked until that is settled.",
  appealed: "Your bank has the money and looks at it once more.",
  won: "It is settled: the payment stands, and its credits are free again.",
  lost: "Your bank has taken the money back, and the credits went with it.",
  closed: "It came to nothing.",
};

type Taken = Pick<MoneyReturn, "clawedMilli" | "debtMilli"> & { restored?: boolean };

/** What money that went back did to the credits; null where it did nothing. */
export function toCreditWords({ clawedMilli, debtMilli, restored = false }: Taken): string | null {
  if (clawedMilli === 0n) return null;
  const taken = `${formatCredits(clawedMilli)} credits were taken back`;
  if (restored) return `${taken} and have come back.`;
  if (debtMilli === 0n) return `${taken}.`;
  return `${taken}. ${formatCredits(debtMilli)} of them were spent already: the next credits you get settle that first.`;
}
