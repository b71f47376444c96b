"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { submitRequestLink } from "../_actions/request-link";
import { EmailField } from "./email-field";
import { FailureNotice } from "./failure-notice";
import { useAuthForm } from "./use-auth-form";

interface RequestLinkFormProps {
  next: string;
  /** Known of who is signed in; otherwise it is asked for. */
  email?: string;
}

/** Asks for a link to sign in. */
export function RequestLinkForm({ next, email }: RequestLinkFormProps) {
  const { state, submit, pending, formRef, errorsOf } = useAuthForm(submitRequestLink, { next });
  return (
    <Form ref={formRef} action={submit}>
      {state.data && !pending ? (
        <Alert key={state.sent} tone="positive" title="Check your inbox.">
          If {state.data.email} has an account, a link to sign in is there now. It works once, for 15 minutes.
        </Alert>
      ) : null}
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="next" value={next} />
      {email ? (
        <input type="hidden" name="email" value={email} />
      ) : (
        <EmailField value={state.values.email} errors={errorsOf("email")} autoComplete="username" />
      )}
      <SubmitButton size="lg">Email me a link</SubmitButton>
    </Form>
  );
}
