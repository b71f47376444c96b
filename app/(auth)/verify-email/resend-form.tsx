"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { submitResendVerification } from "../_actions/resend-verification";
import { EmailField } from "../_components/email-field";
import { FailureNotice } from "../_components/failure-notice";
import { formatWait } from "../_components/format-wait";
import { useAuthForm } from "../_components/use-auth-form";
import { useCountdown } from "../_components/use-countdown";

interface ResendFormProps {
  /** Known after signing up in this browser; otherwise it is asked for. */
  email: string | null;
  /** Seconds before the first resend. */
  firstWait?: number;
}

export function ResendForm({ email, firstWait = 0 }: ResendFormProps) {
  const { state, submit, pending, formRef, errorsOf } = useAuthForm(submitResendVerification);
  const left = useCountdown(state.data?.waitSeconds ?? firstWait, state.data ? state.sent : 0);
  const waiting = left > 0;
  return (
    <Form ref={formRef} action={submit}>
      {state.data && !pending ? (
        <Alert key={state.sent} tone="positive" title="On its way.">
          If {state.data.email} waits for confirmation, a new link is in its inbox.
        </Alert>
      ) : null}
      <FailureNotice failure={state.failure} sent={state.sent} />
      {email ? (
        <input type="hidden" name="email" value={email} />
      ) : (
        <EmailField value={state.values.email} errors={errorsOf("email")} />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton
          variant={email ? "secondary" : "primary"}
          size="lg"
          aria-disabled={waiting || undefined}
          disabled={waiting}
        >
          Send a new link
        </SubmitButton>
        {waiting ? (
          <span className="text-ink-muted" data-figures>
            in {formatWait(left)}
          </span>
        ) : null}
      </div>
    </Form>
  );
}
