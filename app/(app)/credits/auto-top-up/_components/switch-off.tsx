"use client";

import { useActionState } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm } from "@/lib/actions/types";
import { submitSwitchOff } from "../_actions/switch-off";
import { toFailureWords } from "./failure-words";

export function SwitchOff() {
  const [{ failure }, submit] = useActionState(submitSwitchOff, emptyForm<null>());
  const words = failure && toFailureWords(failure);
  return (
    <form action={submit} className="flex flex-col gap-3">
      <SubmitButton variant="secondary" size="sm">
        Switch off
      </SubmitButton>
      <FormError title={words?.title}>{words?.detail}</FormError>
    </form>
  );
}
