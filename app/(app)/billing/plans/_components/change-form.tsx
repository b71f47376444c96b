"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useActionState, useEffect, type ReactNode } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { emptyForm } from "@/lib/actions/types";
import { submitChange } from "../_actions/change-plan";
import { toFailureWords } from "./failure-words";
import { toRefusalWords, type Refusal } from "./refusal-words";

interface ChangeFormProps {
  lookupKey: string;
  /** Of the preview beside it: exactly that is confirmed. */
  token: string;
  planName: string;
  closeHref: Route;
  children: ReactNode;
}

const stale = { code: "subscriptions.stale_preview", meta: {} };

export function ChangeForm({ lookupKey, token, planName, closeHref, children }: ChangeFormProps) {
  const router = useRouter();
  const [{ failure, fieldErrors, data, sent }, submit] = useActionState(submitChange, emptyForm<Refusal>());
  // Nobody typed anything here: fields that do not fit are those of a page that has aged.
  const problem = failure ?? (Object.keys(fieldErrors).length > 0 ? stale : null);
  const refused = problem ? toFailureWords(problem) : data && toRefusalWords(data, planName);
  useEffect(() => {
    // What was not confirmed is previewed anew: a preview is good for one try.
    if (sent > 0) router.refresh();
  }, [sent, router]);
  return (
    <form action={submit} className="mt-5 flex flex-col gap-4">
      <input type="hidden" name="lookupKey" value={lookupKey} />
      <input type="hidden" name="token" value={token} />
      <FormError title={refused?.title}>{refused?.detail}</FormError>
      <div className="flex flex-wrap-reverse justify-end gap-2">
        {data ? (
          <LinkButton href="/billing" variant="secondary">
            Payment methods
          </LinkButton>
        ) : (
          <LinkButton href={closeHref} replace scroll={false} variant="secondary">
            Not now
          </LinkButton>
        )}
        <SubmitButton>{children}</SubmitButton>
      </div>
    </form>
  );
}
