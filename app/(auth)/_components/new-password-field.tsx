"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { PasswordInput } from "@/components/forms/password-input";
import { Meter } from "@/components/ui/meter";
import { passwordProblemWords } from "./failure-words";
import { usePasswordVerdict } from "./use-password-verdict";

interface NewPasswordFieldProps {
  errors: readonly string[];
  /** A password built from it is refused. */
  email: string;
  label?: string;
}

const strengths = [
  "Very easy to guess",
  "Easy to guess",
  "Could be stronger",
  "Strong",
  "Very strong",
] as const;
const tones = ["danger", "danger", "warning", "positive", "positive"] as const;

/** Choosing a password, with what the server will say about it while it is typed. */
export function NewPasswordField({ errors, email, label = "Password" }: NewPasswordFieldProps) {
  const [password, setPassword] = useState("");
  const verdict = usePasswordVerdict(password, email);
  const score = verdict?.score ?? 0;
  const advice = verdict?.problem ? passwordProblemWords(verdict.problem) : null;
  return (
    <div className="flex flex-col gap-2">
      <Field name="password" label={label} errors={errors}>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            maxLength={256}
            required
          />
        )}
      </Field>
      <Meter
        label="Strength"
        share={verdict ? (score + 1) / 5 : 0}
        text={verdict ? strengths[score] : "Nothing typed yet"}
        tone={tones[score]}
      />
      <p className="min-h-10 text-[0.8125rem] text-ink-muted" aria-live="polite">
        {verdict ? (
          <>
            <span className="font-medium text-ink">{strengths[score]}.</span> {advice}
          </>
        ) : (
          "At least 12 characters, or 8 that are hard to guess. A few unrelated words work well."
        )}
      </p>
    </div>
  );
}
