"use client";

import type { ReactNode } from "react";
import { CodeField } from "@/app/(auth)/_components/code-field";
import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { submitRecoveryCodes } from "../_actions/make-recovery-codes";
import { RecoveryCodes } from "./recovery-codes";

interface CodesFormProps {
  purpose: "turn-on" | "renew";
  /** What to know before the code is entered. */
  children: ReactNode;
}

/** Takes a code and shows the recovery codes that it brings, this once: also when the page around it has changed by then. */
export function CodesForm({ purpose, children }: CodesFormProps) {
  const { state, submit, formRef, errorsOf } = useAuthForm(submitRecoveryCodes);
  if (state.data) return <RecoveryCodes codes={state.data.codes} />;
  return (
    <>
      {children}
      <Form ref={formRef} action={submit} className="mt-6 max-w-sm">
        <FailureNotice failure={state.failure} sent={state.sent} />
        <input type="hidden" name="purpose" value={purpose} />
        <CodeField errors={errorsOf("code")} id="new-code" />
        <SubmitButton className="self-start" variant={purpose === "turn-on" ? "primary" : "secondary"}>
          {purpose === "turn-on" ? "Turn on" : "Make new codes"}
        </SubmitButton>
      </Form>
    </>
  );
}
