"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitSignUp } from "../_actions/sign-up";
import { EmailField } from "../_components/email-field";
import { FailureNotice } from "../_components/failure-notice";
import { NewPasswordField } from "../_components/new-password-field";
import { useAuthForm } from "../_components/use-auth-form";

export function SignUpForm({ next }: { next: string }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitSignUp, { next });
  const [email, setEmail] = useState("");
  return (
    <Form
      ref={formRef}
      action={submit}
      onChange={(event) => {
        const { target } = event;
        if (target instanceof HTMLInputElement && target.name === "email") setEmail(target.value);
      }}
    >
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="next" value={next} />
      <EmailField value={state.values.email} errors={errorsOf("email")} />
      <NewPasswordField errors={errorsOf("password")} email={email} />
      <SubmitButton size="lg">Create account</SubmitButton>
    </Form>
  );
}
