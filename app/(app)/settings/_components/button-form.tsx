"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { type ButtonStyle } from "@/components/ui/button-styles";
import type { FormState } from "@/lib/actions/types";

interface ButtonFormProps extends ButtonStyle {
  action: (previous: FormState<null> | null, form: unknown) => Promise<FormState<null>>;
  label: string;
  /** For screen readers, where several buttons say the same. */
  describedAs?: string;
  /** Sent along. */
  values?: Readonly<Record<string, string>>;
}

/** One button that does something; where it worked, the page says so. */
export function ButtonForm({ action, label, describedAs, values = {}, ...style }: ButtonFormProps) {
  const { state, submit, formRef } = useAuthForm(action);
  return (
    <form ref={formRef} action={submit} className="flex flex-col items-start gap-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" {...style} aria-label={describedAs}>
        {label}
      </SubmitButton>
      <FailureNotice failure={state.failure} sent={state.sent} />
    </form>
  );
}
