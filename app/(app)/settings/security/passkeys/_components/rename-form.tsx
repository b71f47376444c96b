"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { maxNameLength } from "@/lib/passkeys/schema";
import { submitPasskeyName } from "../_actions/rename-passkey";

export function RenameForm({ passkeyId, name }: { passkeyId: string; name: string }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitPasskeyName, { name });
  return (
    <Form ref={formRef} action={submit} className="mt-5">
      <FailureNotice failure={state.failure} sent={state.sent} />
      <input type="hidden" name="passkeyId" value={passkeyId} />
      <Field name="name" id="new-passkey-name" label="New name" errors={errorsOf("name")}>
        {(control) => (
          <Input
            {...control}
            defaultValue={state.values.name}
            maxLength={maxNameLength}
            autoComplete="off"
            required
          />
        )}
      </Field>
      <div className="flex justify-end">
        <SubmitButton>Save name</SubmitButton>
      </div>
    </Form>
  );
}
