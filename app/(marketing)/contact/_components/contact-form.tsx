"use client";

import { EmailField } from "@/app/(auth)/_components/email-field";
import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { contactLimits } from "@/lib/contact/types";
import { submitMessage } from "../_actions/send-message";

/** `formKey` names this form: sent twice, it is one message. Works without JavaScript. */
export function ContactForm({ formKey }: { formKey: string }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitMessage);
  const { values } = state;
  return (
    <Form ref={formRef} action={submit}>
      <input type="hidden" name="formKey" value={formKey} />
      <FailureNotice failure={state.failure} sent={state.sent} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="name" label="Name" errors={errorsOf("name")}>
          {(control) => (
            <Input
              {...control}
              autoComplete="name"
              maxLength={contactLimits.name}
              defaultValue={values.name}
              required
            />
          )}
        </Field>
        <EmailField errors={errorsOf("email")} value={values.email} />
      </div>
      <Field name="subject" label="What is it about?" errors={errorsOf("subject")}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={contactLimits.subject}
            defaultValue={values.subject}
            required
          />
        )}
      </Field>
      <Field
        name="body"
        label="Message"
        hint="Please send no passwords and no card numbers."
        errors={errorsOf("body")}
      >
        {(control) => <Textarea {...control} rows={8} defaultValue={values.body} required />}
      </Field>
      {/* Machines fill in every field; people do not see this one. */}
      <div aria-hidden="true" className="absolute -left-[9999px]">
        <label>
          Website
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <div>
        <SubmitButton size="lg">Send message</SubmitButton>
      </div>
    </Form>
  );
}
