"use client";

import { ExternalLink } from "lucide-react";
import { useActionState, useEffect, type SubmitEvent } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { useVisit } from "@/components/forms/use-visit";
import { type ButtonStyle } from "@/components/ui/button-styles";
import { emptyForm, type FormState } from "@/lib/actions/types";
import { toFailureWords } from "./failure-words";
import { useNotice } from "./use-notice";

type ToStripe = FormState<{ url: string }>;

interface StripeFormProps extends ButtonStyle {
  action: (previous: ToStripe | null, form: unknown) => Promise<ToStripe>;
  label: string;
  /** May keep the form from being sent, where script has a better way. */
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** A button that leads to one of Stripe's own pages, with and without JavaScript. */
export function StripeForm(props: StripeFormProps) {
  return <FormOfVisit key={useVisit()} {...props} />;
}

function FormOfVisit({ action, label, onSubmit, variant = "secondary", size }: StripeFormProps) {
  const [{ data, failure, sent }, submit] = useActionState(action, emptyForm<{ url: string }>());
  const { show } = useNotice();
  useEffect(() => {
    if (data) window.location.assign(data.url);
  }, [data]);
  useEffect(() => {
    if (failure) show({ tone: "danger", ...toFailureWords(failure), action: null });
  }, [failure, sent, show]);
  return (
    <form action={submit} {...(onSubmit ? { onSubmit } : {})}>
      <SubmitButton pending={data !== null} variant={variant} size={size}>
        {label}
        {onSubmit ? null : <ExternalLink aria-hidden="true" />}
      </SubmitButton>
    </form>
  );
}
