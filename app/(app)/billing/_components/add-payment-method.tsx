"use client";

import { useState, type SubmitEvent } from "react";
import { submitSetupPage } from "../_actions/go-to-stripe";
import { CardDialog } from "./card-dialog";
import { isCardPage } from "./is-card-page";
import type { StripeJs } from "./load-stripe-js";
import { StripeForm } from "./stripe-form";

interface AddPaymentMethodProps {
  /** Null: payment methods are added on Stripe's own page. */
  stripeJs: StripeJs | null;
  startsOpen: boolean;
}

/** Adds a payment method in place; without a publishable key or without JavaScript on Stripe's own page. */
export function AddPaymentMethod({ stripeJs, startsOpen }: AddPaymentMethodProps) {
  const [open, setOpen] = useState(startsOpen && stripeJs !== null);
  const form = { action: submitSetupPage, label: "Add payment method", size: "sm" } as const;
  if (!stripeJs) return <StripeForm {...form} />;

  function openInPlace(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isCardPage()) setOpen(true);
    // Not by the router: what is wanted is a new document.
    else window.location.assign(new URL("/billing?add", window.location.origin));
  }

  return (
    <>
      <StripeForm {...form} onSubmit={openInPlace} />
      {open ? <CardDialog stripeJs={stripeJs} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
