"use client";

import { useActionState, useState } from "react";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { emptyForm } from "@/lib/actions/types";
import { expiryChoices, maxNameLength } from "@/lib/api-keys/schema";
import type { IssuedApiKey } from "@/lib/api-keys/types";
import { submitCreateKey } from "../_actions/create-key";
import { toFailureWords } from "./failure-words";
import { NewSecret } from "./new-secret";
import { ScopeBoxes } from "./scope-boxes";

const initial = emptyForm<IssuedApiKey>({ expiresInDays: "90" });

export function CreateForm() {
  const [{ failure, fieldErrors, values, data, sent }, submit] = useActionState(submitCreateKey, initial);
  const [dismissed, setDismissed] = useState(0);
  const words = failure && toFailureWords(failure);
  const kept = data ? initial.values : values;
  if (data && sent > dismissed) {
    return (
      <div className="flex flex-col items-start gap-5">
        <div className="w-full">
          <NewSecret issued={data} />
        </div>
        <Button variant="secondary" onClick={() => setDismissed(sent)}>
          I have copied it
        </Button>
      </div>
    );
  }
  return (
    <Form action={submit} key={dismissed}>
      <div className="grid items-start gap-5 sm:grid-cols-[3fr_2fr]">
        <Field name="name" label="Name" hint="Of the program that uses it." errors={fieldErrors.name}>
          {(control) => (
            <Input
              {...control}
              defaultValue={kept.name}
              maxLength={maxNameLength}
              placeholder="Nightly report"
              autoComplete="off"
              required
            />
          )}
        </Field>
        <Field name="expiresInDays" label="Ends" errors={fieldErrors.expiresInDays}>
          {(control) => (
            <Select {...control} defaultValue={kept.expiresInDays}>
              {expiryChoices.map((days) => (
                <option key={days} value={days}>
                  {days === 365 ? "After a year" : `After ${days} days`}
                </option>
              ))}
              <option value="never">Never</option>
            </Select>
          )}
        </Field>
      </div>
      <ScopeBoxes values={kept} errors={fieldErrors.scopes} />
      <FormError title={words?.title}>{words?.detail}</FormError>
      <SubmitButton className="self-start">Create key</SubmitButton>
    </Form>
  );
}
