"use client";

import { useActionState } from "react";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { emptyForm } from "@/lib/actions/types";
import { submitEmailChange } from "../_actions/manage";
import { manageWords } from "./manage-words";

const fields = [
  { name: "email", label: "New address", type: "email", max: 254 },
  { name: "again", label: "New address again", type: "email", max: 254 },
  { name: "reason", label: "Reason, with how they proved who they are", type: "text", max: 500 },
] as const;

/** Another address on support's word: typed twice, after a check of who asks. */
export function EmailForm({ userId, email }: { userId: string; email: string }) {
  const [{ values, fieldErrors, failure, sent }, submit] = useActionState(
    submitEmailChange,
    emptyForm<null>(),
  );
  const failed = failure ? toActFailure(failure, manageWords) : null;
  return (
    <li className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[2fr_3fr]">
      <div className="min-w-0">
        <h3 className="text-sm font-medium break-all">{email}</h3>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted">
          For who lost their mailbox. Sessions end and mailed links die; password and two-factor sign-in stay.
          Both addresses are told, and Stripe follows.
        </p>
      </div>
      <form action={submit} noValidate className="grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="userId" value={userId} />
        {fields.map(({ name, label, type, max }) => (
          <div key={name} className={name === "reason" ? "sm:col-span-2" : undefined}>
            <Field id={`email-${name}`} name={name} label={label} errors={fieldErrors[name]}>
              {(control) => (
                <Input
                  {...control}
                  key={sent}
                  type={type}
                  defaultValue={values[name]}
                  maxLength={max}
                  autoComplete="off"
                  required
                />
              )}
            </Field>
          </div>
        ))}
        <label className="flex min-h-6 items-start gap-2 sm:col-span-2">
          <input type="checkbox" name="checked" className="mt-0.5 size-4 accent-accent" />
          <span>
            I made sure that the account is theirs
            {fieldErrors.checked ? (
              <span className="block text-danger">{fieldErrors.checked.join(" ")}</span>
            ) : null}
          </span>
        </label>
        <div className="sm:col-span-2">
          <SubmitButton variant="secondary">Change the address</SubmitButton>
        </div>
        <div className="empty:hidden sm:col-span-2">
          <FormError key={sent} title={failed?.title}>
            {failed?.detail}
          </FormError>
        </div>
      </form>
    </li>
  );
}
