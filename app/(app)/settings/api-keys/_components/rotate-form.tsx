"use client";

import { useActionState } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { emptyForm } from "@/lib/actions/types";
import type { IssuedApiKey } from "@/lib/api-keys/types";
import { submitRotateKey } from "../_actions/rotate-key";
import { toFailureWords } from "./failure-words";
import { NewSecret } from "./new-secret";

const choices = [
  { hours: "24", label: "After 24 hours", hint: "Time to give your programs the new one." },
  { hours: "0", label: "At once", hint: "When somebody else may know it." },
];

export function RotateForm({ keyId }: { keyId: string }) {
  const initial = emptyForm<IssuedApiKey>({ graceHours: "24" });
  const [{ failure, data, values }, submit] = useActionState(submitRotateKey, initial);
  const words = failure && toFailureWords(failure);
  const close = (label: string) => (
    <LinkButton href="/settings/api-keys" replace scroll={false} variant="secondary">
      {label}
    </LinkButton>
  );
  if (data) {
    return (
      <div className="flex flex-col items-end gap-5">
        <div className="w-full">
          <NewSecret issued={data} />
        </div>
        {close("I have copied it")}
      </div>
    );
  }
  return (
    <form action={submit} className="flex flex-col gap-5">
      <input type="hidden" name="keyId" value={keyId} />
      <fieldset>
        <legend className="text-sm font-medium">The secret of now ends</legend>
        <div className="mt-2 flex flex-col gap-3">
          {choices.map(({ hours, label, hint }) => (
            <label key={hours} className="flex items-start gap-2.5">
              <input
                type="radio"
                name="graceHours"
                value={hours}
                defaultChecked={values.graceHours === hours}
                className="mt-0.5 size-4 accent-accent"
              />
              <span>
                {label}
                <span className="block text-[0.8125rem] text-ink-muted">{hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <FormError title={words?.title}>{words?.detail}</FormError>
      <div className="flex flex-wrap justify-end gap-2">
        {close("Cancel")}
        <SubmitButton>Rotate key</SubmitButton>
      </div>
    </form>
  );
}
