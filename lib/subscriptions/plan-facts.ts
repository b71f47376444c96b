import type { BillingInterval } from "@/lib/catalog/types";
import { cardLabel } from "@/lib/payments";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import { formatMoney } from "@/lib/shared/format";

/** "$50.00 a month", as mails say it. */
export function priceOf(plan: {
  amountMinor: bigint;
  currency: string;
  interval: BillingInterval | null;
}): string {
  return `${formatMoney(plan.amountMinor, plan.currency)} a ${plan.interval ?? "period"}`;
}

/** The card of the latest try. */
export function cardOf(payment: GatewayPayment | undefined): string | null {
  const card = payment?.attempts.at(-1)?.card;
  return card ? cardLabel(card) : null;
}
