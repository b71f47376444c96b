"use client";

import { CheckoutForm } from "@/components/forms/checkout-form";
import { submitPlan } from "../_actions/subscribe";
import { toFailureWords } from "./failure-words";

export function SubscribeForm({ lookupKey, planTitle }: { lookupKey: string; planTitle: string }) {
  return (
    <CheckoutForm action={submitPlan} toWords={toFailureWords} lookupKey={lookupKey} variant="primary">
      Subscribe<span className="sr-only"> to {planTitle}</span>
    </CheckoutForm>
  );
}
