"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { submitForgotPassword } from "../_actions/forgot-password";
import { EmailField } from "../_components/email-field";
import { FailureNotice } from "../_components/failure-notice";
import { useAuthForm } from "../_components/use-auth-form";

export function ForgotForm() {
  const { state, submit, pending, formRef, errorsOf } = useAuthForm(submitForgotPassword);
  return (
    <Form ref={formRef} action={submit}>
      {state.data && !pending ? (
        <Alert key={state.sent} tone="positive" title="Check your inbox.">
          If {state.data.email} has an account, a link to set a new password is there now. It works for 60
          minutes.
        </Alert>
      ) : null}
      <FailureNotice failure={state.failure} sent={state.sent} />
      <EmailField value={state.values.email} errors={errorsOf("email")} />
      <SubmitButton size="lg">Send the link</SubmitButton>
    </Form>
  );
}
