import { CreditCard } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { openMemberPage } from "@/lib/auth";
import { listPaymentMethods } from "@/lib/payment-methods";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import { MethodRow } from "./method-row";
import { TryAgain } from "./try-again";

/** The list as Stripe has it now. While Stripe is away, the rest of the page is there all the same. */
export async function PaymentMethods() {
  const { ctx } = await openMemberPage();
  const list = await listPaymentMethods(ctx).catch((err: unknown) => {
    if (!(err instanceof PaymentGatewayError)) throw err;
    ctx.log.warn({ err }, "payment methods could not be listed");
    return null;
  });
  if (!list) {
    return (
      <ErrorState title="Stripe does not answer right now" action={<TryAgain />}>
        Your payment methods are kept there, and they are as they were.
      </ErrorState>
    );
  }
  if (list.methods.length === 0) {
    return (
      <EmptyState icon={CreditCard} title="No payment method yet">
        {list.hasLivePlan
          ? "Add one, so that your plan can renew. Its number goes to Stripe and never reaches us."
          : "Add one for a plan, or pay without keeping any. Its number goes to Stripe and never reaches us."}
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Your payment methods" className="mt-3 divide-y divide-line border-t border-line">
      {list.methods.map((method) => (
        <MethodRow key={method.id} method={method} all={list.methods} />
      ))}
    </ul>
  );
}
