"use client";

import { useActionState, type ReactNode } from "react";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { emptyForm, type FormState } from "@/lib/actions/types";
import { manageWords } from "./manage-words";

interface Choice {
  value: string;
  label: string;
}

interface OverrideFormProps {
  id: string;
  action: (previous: FormState<null> | null, form: unknown) => Promise<FormState<null>>;
  values: Readonly<Record<string, string>>;
  /** What is given or set. */
  choice: { name: string; label: string; choices: readonly Choice[] };
  /** Asks for an amount, where there is one. */
  limit?: { label: string; hint: string };
  label: ReactNode;
}

/** What, until when, and why. */
export function OverrideForm({ id, action, values, choice, limit, label }: OverrideFormProps) {
  const [state, submit] = useActionState(action, emptyForm<null>());
  const { fieldErrors, sent } = state;
  const failed = state.failure ? toActFailure(state.failure, manageWords) : null;
  const input = (name: string) => ({ defaultValue: state.values[name], required: true });
  return (
    <form action={submit} noValidate className="grid gap-3 sm:grid-cols-2">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id={`${id}-choice`} name={choice.name} label={choice.label} errors={fieldErrors[choice.name]}>
        {(control) => (
          <Select {...control} key={sent} {...input(choice.name)}>
            {choice.choices.map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {limit ? (
        <Field
          id={`${id}-limit`}
          name="limit"
          label={limit.label}
          hint={limit.hint}
          errors={fieldErrors.limit}
        >
          {(control) => (
            <Input {...control} key={sent} {...input("limit")} maxLength={40} autoComplete="off" />
          )}
        </Field>
      ) : null}
      <Field id={`${id}-last`} name="lastDay" label="Last day (UTC)" errors={fieldErrors.lastDay}>
        {(control) => <Input {...control} key={sent} {...input("lastDay")} type="date" />}
      </Field>
      <div className="flex flex-wrap items-end gap-2 sm:col-span-2">
        <div className="min-w-48 flex-1">
          <Field id={`${id}-reason`} name="reason" label="Reason" errors={fieldErrors.reason}>
            {(control) => (
              <Input {...control} key={sent} {...input("reason")} maxLength={500} autoComplete="off" />
            )}
          </Field>
        </div>
        <SubmitButton variant="secondary">{label}</SubmitButton>
      </div>
      <div className="empty:hidden sm:col-span-2">
        <FormError key={sent} title={failed?.title}>
          {failed?.detail}
        </FormError>
      </div>
    </form>
  );
}
