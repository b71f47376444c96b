import type { Metadata } from "next";
import { Suspense } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { env } from "@/lib/env";
import { AddPaymentMethod } from "../_components/add-payment-method";
import { BillingLinks } from "../_components/billing-links";
import { BillingNotices } from "../_components/billing-notices";
import { FinishAdding } from "../_components/finish-adding";
import { NoticePlace } from "../_components/notice-place";
import { PaymentMethods } from "../_components/payment-methods";
import { PaymentMethodsSkeleton } from "../_components/payment-methods-skeleton";
import { PlanSummary } from "../_components/plan-summary";
import { StripeForm } from "../_components/stripe-form";
import { submitPortal } from "../_actions/go-to-stripe";

export const metadata: Metadata = { title: "Billing" };

export default async function BillingPage({ searchParams }: PageProps<"/billing">) {
  await openMemberPage();
  const { add, added, canceled } = await searchParams;
  const { STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_JS_URL: scriptUrl } = env();
  return (
    <BillingNotices>
      <PageHeader
        title="Billing"
        description="Your plan, what it is paid with, and what you were charged."
        action={<StripeForm action={submitPortal} label="Open billing portal" />}
      />
      {canceled ? (
        <Alert title="You left Stripe's form." className="mb-6">
          No payment method was added.
        </Alert>
      ) : null}
      {typeof added === "string" ? <FinishAdding sessionId={added} /> : null}
      <NoticePlace />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <PlanSummary />
          <Card aria-labelledby="payment-methods">
            <CardHeader
              id="payment-methods"
              title="Payment methods"
              description="The default is charged when your plan renews."
              action={
                <AddPaymentMethod
                  stripeJs={publishableKey ? { publishableKey, scriptUrl: scriptUrl ?? null } : null}
                  startsOpen={add !== undefined}
                />
              }
            />
            <Suspense fallback={<PaymentMethodsSkeleton />}>
              <PaymentMethods />
            </Suspense>
          </Card>
        </div>
        <BillingLinks />
      </div>
    </BillingNotices>
  );
}
