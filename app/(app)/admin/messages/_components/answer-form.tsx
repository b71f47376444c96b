"use client";

import { useActionState, useEffect, useRef } from "react";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { emptyForm } from "@/lib/actions/types";
import { contactLimits } from "@/lib/contact/types";
import { submitAnswer } from "../_actions/messages";
import { messageFailures } from "./message-words";

type AnswerFormProps = {
  id: string;
  /** Made with the page: the same form is one answer. */
  formKey: string;
  /** How many answers the page shows. */
  seen: number;
  email: string;
};

export function AnswerForm({ id, formKey, seen, email }: AnswerFormProps) {
  const [state, submit] = useActionState(submitAnswer, emptyForm<null>());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.sent > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  const failure = state.failure ? toActFailure(state.failure, messageFailures) : null;
  return (
    <Form ref={form} action={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="seen" value={seen} />
      <FormError key={state.sent} title={failure?.title}>
        {failure?.detail}
      </FormError>
      <Field
        name="body"
        label="Your answer"
        hint={`Mailed to ${email}, with their message below it. It greets them by name.`}
        errors={state.fieldErrors.body}
      >
        {(control) => (
          <Textarea
            {...control}
            key={state.sent}
            rows={7}
            maxLength={contactLimits.body}
            defaultValue={state.values.body}
            required
          />
        )}
      </Field>
      <div>
        <SubmitButton>Send answer</SubmitButton>
      </div>
    </Form>
  );
}
