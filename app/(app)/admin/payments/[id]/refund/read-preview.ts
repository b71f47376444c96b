import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { refundFailures } from "@/app/(app)/admin/refunds/_components/refund-failures";
import type { AppContext } from "@/lib/context";
import { previewRefund } from "@/lib/refunds";
import type { RefundablePayment, RefundPreview } from "@/lib/refunds/types";
import { DomainError } from "@/lib/shared/errors";
import { parseMoney, type MoneyProblem } from "@/lib/shared/parse-money";

interface Read {
  preview: RefundPreview | null;
  /** What is wrong with the amount as it was typed. */
  problem: MoneyProblem | null;
  failure: { title: string; detail?: string } | null;
}

/** What refunding so much would do, or why that cannot be. */
export async function readPreview(
  ctx: AppContext,
  payment: RefundablePayment,
  { amount, credits }: { amount: string; credits: "claw_back" | "keep" },
): Promise<Read> {
  const { amountMinor, problem } = parseMoney(amount, payment.currency);
  if (problem) return { preview: null, problem, failure: null };
  try {
    const { id: paymentId, currency } = payment;
    const preview = await previewRefund(ctx, { paymentId, amountMinor, currency, credits });
    return { preview, problem: null, failure: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { preview: null, problem: null, failure: toActFailure(error, refundFailures) };
  }
}
