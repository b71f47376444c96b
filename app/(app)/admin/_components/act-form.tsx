"use client";

import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { type ButtonStyle } from "@/components/ui/button-styles";
import { Input } from "@/components/ui/input";
import { emptyForm, type FormState } from "@/lib/actions/types";
import { toActFailure, type FailureWords } from "./act-failure";

interface ActFormProps extends ButtonStyle {
  /** Unique on the page: several acts have a reason. */
  id: string;
  action: (previous: FormState<null> | null, form: unknown) => Promise<FormState<null>>;
  label: string;
  /** For screen readers, where several buttons say the same. */
  describedAs?: string;
  /** Sent along. */
  values?: Readonly<Record<string, string>>;
  /** What the reason is asked with; null where none is asked. */
  reason?: string | null;
  words?: FailureWords;
  children?: ReactNode;
}

/** An act of an admin: why, and a button. What was typed stays where it was refused; where it worked, the page says so. */
export function ActForm(props: ActFormProps) {
  const { id, action, label, describedAs, values = {}, reason = "Reason", words = {}, children } = props;
  const { variant = "secondary", size } = props;
  const [state, submit] = useActionState(action, emptyForm<null>());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.sent > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  const failure = state.failure ? toActFailure(state.failure, words) : null;
  return (
    <form ref={form} action={submit} noValidate className="flex w-full flex-col gap-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="flex flex-wrap items-end gap-2">
        {reason === null ? null : (
          <div className="min-w-48 flex-1">
            <Field id={`${id}-reason`} name="reason" label={reason} errors={state.fieldErrors.reason}>
              {(control) => (
                <Input
                  {...control}
                  key={state.sent}
                  defaultValue={state.values.reason}
                  autoComplete="off"
                  maxLength={500}
                  required
                />
              )}
            </Field>
          </div>
        )}
        <SubmitButton variant={variant} size={size} aria-label={describedAs}>
          {label}
        </SubmitButton>
      </div>
      <FormError key={state.sent} title={failure?.title}>
        {failure?.detail}
      </FormError>
    </form>
  );
}
