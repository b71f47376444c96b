"use client";

import { useActionState, useEffect, type ReactNode } from "react";

import { type ButtonStyle } from "@/components/ui/button-styles";
import { emptyForm, type ActionFailure, type FormState } from "@/lib/actions/types";

import { FormError } from "./form-error";
import { SubmitButton } from "./submit-button";
import { useVisit } from "./use-visit";

type ToStripe = FormState<{ url: string }>;

interface CheckoutFormProps {
  action: (previous: ToStripe | null, form: unknown) => Promise<ToStripe>;
  toWords: (failure: ActionFailure) => { title: string; detail: string };
  lookupKey: string;
  variant: ButtonStyle["variant"];
  children: ReactNode;
}

/** Sends the choice and leads to Stripe's page; what it costs is decided on the server. */
export function CheckoutForm(props: CheckoutFormProps) {
  return <FormOfVisit key={useVisit()} {...props} />;
}

function FormOfVisit({ action, toWords, lookupKey, variant, children }: CheckoutFormProps) {
  const [{ failure, data }, submit] = useActionState(action, emptyForm<{ url: string }>());
  const words = failure && toWords(failure);
  useEffect(() => {
    if (data) window.location.assign(data.url);
  }, [data]);
  return (
    <form action={submit} className="flex flex-col gap-3">
      <input type="hidden" name="lookupKey" value={lookupKey} />
      <SubmitButton pending={data !== null} variant={variant} size="lg" className="w-full">
        {children}
      </SubmitButton>
      <FormError title={words?.title}>{words?.detail}</FormError>
    </form>
  );
}
