"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { NewPasswordField } from "@/app/(auth)/_components/new-password-field";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitPasswordChange } from "../_actions/change-password";

export function PasswordForm({ email }: { email: string }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitPasswordChange);
  return (
    <Form ref={formRef} action={submit} className="max-w-md">
      <FailureNotice failure={state.failure} sent={state.sent} />
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="current" label="Current password" errors={errorsOf("current")}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" maxLength={256} required />}
      </Field>
      <NewPasswordField label="New password" errors={errorsOf("password")} email={email} />
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </Form>
  );
}
