"use client";

import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitConfirm } from "../_actions/confirm";
import { CodeField } from "../_components/code-field";
import { FailureNotice } from "../_components/failure-notice";
import { useAuthForm } from "../_components/use-auth-form";

interface ConfirmFormProps {
  next: string;
  email: string;
  /** A code is asked for as well. */
  twoSteps: boolean;
}

export function ConfirmForm({ next, email, twoSteps }: ConfirmFormProps) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitConfirm, { next });
  return (
    <Form ref={formRef} action={submit}>
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="next" value={next} />
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="password" label="Password" errors={errorsOf("password")}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" maxLength={256} required />}
      </Field>
      {twoSteps ? <CodeField errors={errorsOf("code")} either /> : null}
      <SubmitButton size="lg">Confirm</SubmitButton>
    </Form>
  );
}
