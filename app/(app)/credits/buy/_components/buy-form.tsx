"use client";

import { useActionState, useEffect } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useVisit } from "@/components/forms/use-visit";
import { emptyForm } from "@/lib/actions/types";
import { submitPack } from "../_actions/buy-pack";
import { toFailureWords } from "./failure-words";

interface BuyFormProps {
  lookupKey: string;
  label: string;
  variant: "primary" | "secondary";
}

/** Sends the choice and leads to Stripe's page; what it costs is decided on the server. */
export function BuyForm(props: BuyFormProps) {
  return <FormOfVisit key={useVisit()} {...props} />;
}

function FormOfVisit({ lookupKey, label, variant }: BuyFormProps) {
  const [{ failure, data }, submit] = useActionState(submitPack, emptyForm<{ url: string }>());
  const words = failure && toFailureWords(failure);
  useEffect(() => {
    if (data) window.location.assign(data.url);
  }, [data]);
  return (
    <form action={submit} className="mt-6 flex flex-col gap-3">
      <input type="hidden" name="lookupKey" value={lookupKey} />
      <SubmitButton pending={data !== null} variant={variant} size="lg" className="w-full">
        {label}
      </SubmitButton>
      <FormError title={words?.title}>{words?.detail}</FormError>
    </form>
  );
}
