"use client";

import { useActionState } from "react";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm } from "@/lib/actions/types";
import { submitSchedules } from "../_actions/reports";

interface Switch {
  rhythm: "weekly" | "monthly";
  label: string;
  /** When the next one comes, and about what. */
  next: string;
  /** What the last one was about. */
  last: string | null;
  enabled: boolean;
}

/** A box for each rhythm in one form, so that it works without a script. */
export function ScheduleForm({ switches }: { switches: readonly Switch[] }) {
  const [state, submit] = useActionState(submitSchedules, emptyForm<null>());
  const failure = state.failure ? toActFailure(state.failure, {}) : null;
  return (
    <form action={submit} className="flex flex-col gap-4 p-5">
      {switches.map(({ rhythm, label, next, last, enabled }) => (
        <label key={rhythm} className="flex cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name={rhythm}
            defaultChecked={enabled}
            aria-describedby={`${rhythm}-next`}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span className="block font-medium">{label}</span>
            <span id={`${rhythm}-next`} className="block text-ink-muted">
              {next}
              {last ? <span className="block">{last}</span> : null}
            </span>
          </span>
        </label>
      ))}
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
      <FormError key={state.sent} title={failure?.title}>
        {failure?.detail}
      </FormError>
    </form>
  );
}
