"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitSignInCode } from "../../_actions/sign-in-with-code";
import { CodeField } from "../../_components/code-field";
import { FailureNotice } from "../../_components/failure-notice";
import { useAuthForm } from "../../_components/use-auth-form";

export function CodeForm({ recovery }: { recovery: boolean }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitSignInCode);
  return (
    <Form ref={formRef} action={submit}>
      <FailureNotice failure={state.failure} sent={state.sent} />
      <CodeField errors={errorsOf("code")} recovery={recovery} />
      <SubmitButton size="lg">Sign in</SubmitButton>
    </Form>
  );
}
