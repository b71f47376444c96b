"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitVerifyEmail } from "../_actions/verify-email";
import { FailureNotice } from "../_components/failure-notice";
import { useAuthForm } from "../_components/use-auth-form";

/** Pressed by a person: scanners that open every link in a mail do not use it up. */
export function VerifyForm({ token }: { token: string }) {
  const { state, submit, formRef } = useAuthForm(submitVerifyEmail, { token });
  return (
    <Form ref={formRef} action={submit}>
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg">Verify email</SubmitButton>
    </Form>
  );
}
