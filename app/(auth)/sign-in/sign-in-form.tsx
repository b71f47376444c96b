"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitSignIn } from "../_actions/sign-in";
import { EmailField } from "../_components/email-field";
import { FailureNotice } from "../_components/failure-notice";
import { useAuthForm } from "../_components/use-auth-form";

const forgot = (
  <Link href="/forgot-password" className="rounded-xs text-accent-ink underline-offset-4 hover:underline">
    Forgot your password?
  </Link>
);

interface SignInFormProps {
  next: string;
  /** Why the person is here; gives way to what came of trying. */
  notice: ReactNode;
}

export function SignInForm({ next, notice }: SignInFormProps) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitSignIn, { next });
  return (
    <Form ref={formRef} action={submit}>
      {state.sent === 0 ? notice : null}
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="next" value={next} />
      <EmailField value={state.values.email} errors={errorsOf("email")} autoComplete="username webauthn" />
      <Field name="password" label="Password" errors={errorsOf("password")} aside={forgot}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" maxLength={256} required />}
      </Field>
      <SubmitButton size="lg">Sign in</SubmitButton>
    </Form>
  );
}
