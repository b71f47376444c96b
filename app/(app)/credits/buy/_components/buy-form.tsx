"use client";

import { CheckoutForm } from "@/components/forms/checkout-form";
import { submitPack } from "../_actions/buy-pack";
import { toFailureWords } from "./failure-words";

interface BuyFormProps {
  lookupKey: string;
  label: string;
  variant: "primary" | "secondary";
}

export function BuyForm({ label, ...props }: BuyFormProps) {
  return (
    <CheckoutForm action={submitPack} toWords={toFailureWords} {...props}>
      {label}
    </CheckoutForm>
  );
}
