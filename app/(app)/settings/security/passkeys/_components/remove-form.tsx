"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { submitPasskeyRemoval } from "../_actions/remove-passkey";

export function RemoveForm({ passkeyId, name }: { passkeyId: string; name: string }) {
  const { state, submit, formRef } = useAuthForm(submitPasskeyRemoval);
  return (
    <form ref={formRef} action={submit} className="mt-5 flex flex-col gap-4">
      <input type="hidden" name="passkeyId" value={passkeyId} />
      <FailureNotice failure={state.failure} sent={state.sent} />
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href="/settings/security" replace scroll={false} variant="secondary">
          Keep it
        </LinkButton>
        <SubmitButton variant="danger" aria-label={`Remove ${name} for good`}>
          Remove passkey
        </SubmitButton>
      </div>
    </form>
  );
}
