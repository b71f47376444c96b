"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useHasPasskeys } from "@/app/(auth)/_components/use-has-passkeys";
import { usePasskeyForm } from "@/app/(auth)/_components/use-passkey-form";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { maxNameLength } from "@/lib/passkeys/schema";
import { submitNewPasskey } from "../_actions/add-passkey";
import { askNewPasskey } from "../_actions/start-adding";

/** Has a device make a passkey under a name, by default that of the browser. */
export function AddPasskey({ suggestion }: { suggestion: string }) {
  const { failure, fieldErrors, sent, pending, begin } = usePasskeyForm(submitNewPasskey, {
    ask: askNewPasskey,
    answer: (optionsJSON) => startRegistration({ optionsJSON }),
  });
  if (!useHasPasskeys()) return <p className="text-ink-muted">This browser cannot keep passkeys.</p>;
  return (
    <>
      <noscript>
        <p className="text-ink-muted">Adding a passkey needs JavaScript.</p>
      </noscript>
      <Form
        className="max-w-md noscript:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          const name = new FormData(event.currentTarget).get("name");
          begin({ name: typeof name === "string" ? name : "" });
        }}
      >
        <FailureNotice failure={failure} sent={sent} />
        <Field
          name="name"
          id="passkey-name"
          label="Name"
          hint="To tell it from others."
          errors={fieldErrors.name}
        >
          {(control) => (
            <Input
              {...control}
              defaultValue={suggestion}
              maxLength={maxNameLength}
              autoComplete="off"
              required
            />
          )}
        </Field>
        <div>
          <SubmitButton variant="secondary" pending={pending}>
            Add a passkey
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}
