"use client";

import { useActionState } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { type ButtonStyle } from "@/components/ui/button-styles";
import { emptyForm, type FormState } from "@/lib/actions/types";
import { toFailureWords } from "./failure-words";

interface PlanButtonFormProps extends ButtonStyle {
  action: (previous: FormState<never> | null, form: unknown) => Promise<FormState<never>>;
  label: string;
}

/** One button that does something with the plan; where it worked, the page says so. */
export function PlanButtonForm({ action, label, ...style }: PlanButtonFormProps) {
  const [{ failure }, submit] = useActionState(action, emptyForm<never>());
  const words = failure && toFailureWords(failure);
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <SubmitButton {...style}>{label}</SubmitButton>
      <FormError title={words?.title}>{words?.detail}</FormError>
    </form>
  );
}
