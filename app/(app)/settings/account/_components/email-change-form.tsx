"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";
import { submitEmailChange } from "../_actions/request-email-change";

export function EmailChangeForm() {
  const { state, submit, pending, formRef, errorsOf } = useAuthForm(submitEmailChange);
  return (
    <Form ref={formRef} action={submit} className="max-w-md">
      {state.data && !pending ? (
        <Alert key={state.sent} tone="positive" title="Check the inbox of your new address.">
          A mail is on its way to {state.data.email}. Nothing changes before you confirm it there; the link
          works for 60 minutes.
        </Alert>
      ) : null}
      <FailureNotice failure={state.failure} sent={state.sent} />
      <Field name="email" label="New email" errors={errorsOf("email")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.values.email}
            required
          />
        )}
      </Field>
      <div>
        <SubmitButton>Change email</SubmitButton>
      </div>
    </Form>
  );
}
