import type { TransactionLine, AmountProblem } from "@/lib/transactions/types";

const statusWords = {
  succeeded: { tone: "positive", label: "Paid" },
  processing: { tone: "accent", label: "On its way" },
  pending: { tone: "accent", label: "On its way" },
  failed: { tone: "danger", label: "Failed" },
  canceled: { tone: "neutral", label: "Canceled" },
  incomplete: { tone: "neutral", label: "Not tried" },
} as const;

type Known = keyof typeof statusWords;

/** Stripe may have states that have no words here: they are said as they are. */
export function toStatusWords(status: string) {
  return Object.hasOwn(statusWords, status)
    ? statusWords[status as Known]
    : ({ tone: "neutral", label: status.replaceAll("_", " ") } as const);
}

type Failure = Pick<TransactionLine, "failureCode" | "declineCode" | "failureMessage">;

/** Stripe's own code and words: support needs them as they are, unlike the member. */
export function failureText({ failureCode, declineCode, failureMessage }: Failure): string | null {
  const code = declineCode ?? failureCode;
  const words = [code, failureMessage].filter((part) => part !== null).join(": ");
  return words || null;
}

export const amountProblems: Readonly<Record<AmountProblem, string>> = {
  not_a_number: "This is no amount. Write it as 45.00, or with its currency as 4500 jpy.",
  too_many_decimals: "This currency has fewer decimals than that.",
  unknown_currency: "No currency is called that.",
  too_large: "No payment is that large.",
};
