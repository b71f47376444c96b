"use client";

import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { CodeField } from "@/app/(auth)/_components/code-field";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { submitTurnOff } from "../_actions/turn-off";

export function TurnOffCard() {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitTurnOff);
  return (
    <Card aria-labelledby="turn-off">
      <CardHeader
        id="turn-off"
        title="Turn off"
        description="Your first proof alone will sign you in, and your recovery codes end. To move to another phone, turn it off and on again."
      />
      <CardBody>
        <Form ref={formRef} action={submit} className="max-w-sm">
          <FailureNotice failure={state.failure} sent={state.sent} />
          <CodeField errors={errorsOf("code")} either id="off-code" />
          <SubmitButton className="self-start" variant="danger">
            Turn off two-factor sign-in
          </SubmitButton>
        </Form>
      </CardBody>
    </Card>
  );
}
