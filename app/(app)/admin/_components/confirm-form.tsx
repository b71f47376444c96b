"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useRef } from "react";
import { Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { type ButtonStyle } from "@/components/ui/button-styles";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { emptyForm, type FormState } from "@/lib/actions/types";
import { toFormFailure, type FailureWords } from "./act-failure";

interface ConfirmFormProps extends ButtonStyle {
  id: string;
  action: (previous: FormState<null> | null, form: unknown) => Promise<FormState<null>>;
  label: string;
  /** What was previewed; sent along. */
  values: Readonly<Record<string, string>>;
  words: FailureWords;
  /** What has to be typed so that nobody does it by accident. */
  typed?: { label: string; hint?: string };
  /** A further choice, kept as the reason is. */
  choice?: { name: string; label: string; initial: string; options: Readonly<Record<string, string>> };
}

/** Confirms a preview: why, what was typed, and a button. What was refused is previewed anew, with what was typed kept. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { id, action, label, values, words, typed, variant = "primary", choice } = props;
  const router = useRouter();
  const [state, submit] = useActionState(action, emptyForm<null>());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.sent === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    if (state.failure) router.refresh();
  }, [state, router]);
  const shown = ["reason", ...(typed ? ["typed"] : [])];
  const failure = toFormFailure(state, { words, shown });
  const text = { autoComplete: "off", required: true } as const;
  return (
    <form ref={form} action={submit} noValidate aria-label={label} className="flex max-w-xl flex-col gap-4">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choice ? (
        <Field id={`${id}-${choice.name}`} name={choice.name} label={choice.label}>
          {(control) => (
            <Select
              {...control}
              key={state.sent}
              defaultValue={state.values[choice.name] ?? choice.initial}
              className="max-w-80"
            >
              {Object.entries(choice.options).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Field
        id={`${id}-reason`}
        name="reason"
        label="Reason"
        hint="Stays in the record."
        errors={state.fieldErrors.reason}
      >
        {(control) => (
          <Input {...control} {...text} key={state.sent} defaultValue={state.values.reason} maxLength={500} />
        )}
      </Field>
      {typed ? (
        <Field id={`${id}-typed`} name="typed" {...typed} errors={state.fieldErrors.typed}>
          {(control) => (
            <Input
              {...control}
              {...text}
              key={state.sent}
              defaultValue={state.values.typed}
              spellCheck={false}
              className="max-w-56"
            />
          )}
        </Field>
      ) : null}
      <FormError key={state.sent} title={failure?.title}>
        {failure?.detail}
      </FormError>
      <SubmitButton variant={variant} className="self-start">
        {label}
      </SubmitButton>
    </form>
  );
}
