"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import { emptyForm } from "@/lib/actions/types";
import { submitCancel } from "../_actions/end-plan";
import { cancelReasonWords } from "./cancel-reason-words";
import { toFailureWords } from "./failure-words";

export function CancelForm({ planName, closeHref }: { planName: string; closeHref: Route }) {
  const [{ failure, values, fieldErrors }, submit] = useActionState(submitCancel, emptyForm<never>());
  const words = failure && toFailureWords(failure);
  return (
    <form action={submit} className="mt-5 flex flex-col gap-5">
      <fieldset>
        <legend className="text-sm font-medium">Why do you cancel? You need not say.</legend>
        <div className="mt-2 grid gap-x-4 sm:grid-cols-2">
          {cancelReasonWords.map(({ reason, words: label }) => (
            <label key={reason} className="flex min-h-9 items-center gap-2.5 sm:min-h-8">
              <input
                type="radio"
                name="reason"
                value={reason}
                defaultChecked={values.reason === reason}
                className="size-4 accent-accent"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="comment" label="Anything else?" errors={fieldErrors.comment}>
        {(control) => <Textarea {...control} rows={3} maxLength={1_000} defaultValue={values.comment} />}
      </Field>
      <FormError title={words?.title}>{words?.detail}</FormError>
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <LinkButton href={closeHref} replace scroll={false} variant="secondary">
          Keep {planName}
        </LinkButton>
        <SubmitButton variant="danger">Cancel {planName}</SubmitButton>
      </div>
    </form>
  );
}
