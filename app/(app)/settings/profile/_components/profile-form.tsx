"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { submitProfile } from "../_actions/update-profile";

interface ProfileFormProps {
  /** By the field's name; empty for what is not told. */
  profile: Readonly<Record<string, string>>;
  timeZones: readonly string[];
}

const lines = [
  { name: "company", label: "Company", autoComplete: "organization", max: 100 },
  { name: "jobTitle", label: "Job title", autoComplete: "organization-title", max: 100 },
  { name: "location", label: "Location", autoComplete: "address-level2", max: 100 },
  { name: "website", label: "Website", autoComplete: "url", max: 300 },
] as const;

export function ProfileForm({ profile, timeZones }: ProfileFormProps) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitProfile, profile);
  const { values } = state;
  return (
    <Form ref={formRef} action={submit} className="max-w-2xl">
      <FailureNotice failure={state.failure} sent={state.sent} />
      <Field name="name" label="Name" errors={errorsOf("name")}>
        {(control) => <Input {...control} autoComplete="name" maxLength={80} defaultValue={values.name} />}
      </Field>
      <Field name="bio" label="Bio" hint="At most 500 characters." errors={errorsOf("bio")}>
        {(control) => <Textarea {...control} rows={4} maxLength={500} defaultValue={values.bio} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        {lines.map(({ name, label, autoComplete, max }) => (
          <Field key={name} name={name} label={label} errors={errorsOf(name)}>
            {(control) => (
              <Input
                {...control}
                autoComplete={autoComplete}
                maxLength={max}
                defaultValue={values[name]}
                placeholder={name === "website" ? "https://" : undefined}
              />
            )}
          </Field>
        ))}
      </div>
      <Field
        name="timeZone"
        label="Time zone"
        hint="Dates and times on these pages follow it."
        errors={errorsOf("timeZone")}
      >
        {(control) => (
          <Select key={values.timeZone} {...control} defaultValue={values.timeZone} className="sm:w-80">
            <option value="">That of this device</option>
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <SubmitButton>Save profile</SubmitButton>
      </div>
    </Form>
  );
}
