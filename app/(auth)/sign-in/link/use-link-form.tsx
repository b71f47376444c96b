"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitUseLink } from "../../_actions/use-link";
import { FailureNotice } from "../../_components/failure-notice";
import { useAuthForm } from "../../_components/use-auth-form";

interface UseLinkFormProps {
  token: string;
  next: string;
  label: string;
}

/** Pressed by a person: scanners that open every link in a mail do not use it up. */
export function UseLinkForm({ token, next, label }: UseLinkFormProps) {
  const { state, submit, formRef } = useAuthForm(submitUseLink, { token, next });
  return (
    <Form ref={formRef} action={submit}>
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton size="lg">{label}</SubmitButton>
    </Form>
  );
}
