"use client";

import { useActionState } from "react";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { Field } from "@/components/forms/field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { emptyForm } from "@/lib/actions/types";
import { submitStart } from "../_actions/run";
import { runFailures } from "./words";

/** Which days, whether repairs are tried and taken back, and why. */
export function StartForm({ since }: { since: string }) {
  const [state, submit] = useActionState(submitStart, emptyForm<null>({ since, rehearse: "no" }));
  const failure = state.failure ? toActFailure(state.failure, runFailures) : null;
  const { values, fieldErrors, sent } = state;
  return (
    <form action={submit} noValidate aria-label="Start a run" className="flex flex-col gap-4 p-5">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_2fr]">
        <Field name="since" label="First day (UTC)" errors={fieldErrors.since}>
          {(control) => <Input key={sent} {...control} type="date" defaultValue={values.since} required />}
        </Field>
        <Field name="until" label="Last day (UTC)" hint="Empty: up to now." errors={fieldErrors.until}>
          {(control) => <Input key={sent} {...control} type="date" defaultValue={values.until} />}
        </Field>
        <Field name="rehearse" label="Repairs">
          {(control) => (
            <Select key={sent} {...control} defaultValue={values.rehearse}>
              <option value="no">Only compare</option>
              <option value="yes">
                Dry run: try each repair, take it back, and tell what it would write
              </option>
            </Select>
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1">
          <Field name="reason" label="Reason" errors={fieldErrors.reason}>
            {(control) => (
              <Input
                key={sent}
                {...control}
                defaultValue={values.reason}
                maxLength={500}
                autoComplete="off"
                required
              />
            )}
          </Field>
        </div>
        <SubmitButton>Start run</SubmitButton>
      </div>
      <FormError key={sent} title={failure?.title}>
        {failure?.detail}
      </FormError>
    </form>
  );
}
