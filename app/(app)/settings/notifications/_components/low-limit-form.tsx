"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { submitLowLimit } from "../_actions/save-low-limit";

/** Below how many credits their owner is told. `credits` as it would be typed: nothing for never. */
export function LowLimitForm({ credits }: { credits: string }) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitLowLimit, { credits });
  return (
    <Card aria-label="Credits low" className="mt-6">
      <form ref={formRef} action={submit} noValidate>
        <CardBody className="flex flex-col gap-4">
          <Field
            name="credits"
            label="Tell me when I have fewer than this many credits"
            hint="Once each time that your balance falls below it. Leave it empty never to be told."
            errors={errorsOf("credits")}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                placeholder="Never"
                defaultValue={state.values.credits}
                className="w-40"
              />
            )}
          </Field>
          <FailureNotice failure={state.failure} sent={state.sent} />
        </CardBody>
        <CardFooter>
          <p role="status">{state.data ? "Saved." : ""}</p>
          <SubmitButton variant="secondary">Save limit</SubmitButton>
        </CardFooter>
      </form>
    </Card>
  );
}
