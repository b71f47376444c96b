"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitResetPassword } from "../_actions/reset-password";
import { FailureNotice } from "../_components/failure-notice";
import { NewPasswordField } from "../_components/new-password-field";
import { useAuthForm } from "../_components/use-auth-form";

export function ResetForm({ token, email }: { token: string; email: string }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitResetPassword, { token });
  return (
    <Form ref={formRef} action={submit}>
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField errors={errorsOf("password")} email={email} />
      <SubmitButton size="lg">Set new password</SubmitButton>
    </Form>
  );
}
