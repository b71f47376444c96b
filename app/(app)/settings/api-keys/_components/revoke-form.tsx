"use client";

import { useActionState } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { emptyForm } from "@/lib/actions/types";
import { submitRevokeKey } from "../_actions/revoke-key";
import { toFailureWords } from "./failure-words";

export function RevokeForm({ keyId, name }: { keyId: string; name: string }) {
  const [{ failure }, submit] = useActionState(submitRevokeKey, emptyForm<null>());
  const words = failure && toFailureWords(failure);
  return (
    <form action={submit} className="mt-5 flex flex-col gap-4">
      <input type="hidden" name="keyId" value={keyId} />
      <FormError title={words?.title}>{words?.detail}</FormError>
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href="/settings/api-keys" replace scroll={false} variant="secondary">
          Keep it
        </LinkButton>
        <SubmitButton variant="danger" aria-label={`Revoke ${name} for good`}>
          Revoke key
        </SubmitButton>
      </div>
    </form>
  );
}
