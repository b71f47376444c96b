"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { type ButtonStyle } from "@/components/ui/button-styles";
import type { FormState } from "@/lib/actions/types";
import { FailureNotice } from "./failure-notice";
import { useAuthForm } from "./use-auth-form";

interface TokenFormProps extends Pick<ButtonStyle, "variant"> {
  action: (previous: FormState<null> | null, form: unknown) => Promise<FormState<null>>;
  token: string;
  label: string;
}

/** Uses a link from a mail. Pressed by a person: scanners that open every link in a mail do not use it up. */
export function TokenForm({ action, token, label, variant }: TokenFormProps) {
  const { state, submit, formRef } = useAuthForm(action, { token });
  return (
    <Form ref={formRef} action={submit}>
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" variant={variant}>
        {label}
      </SubmitButton>
    </Form>
  );
}
