"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef, useState } from "react";
import { Field } from "@/components/forms/field";
import { Form } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm } from "@/lib/actions/types";
import { purchasesIn } from "@/lib/auto-top-up/schema";
import { parseMoney } from "@/lib/shared/parse-money";
import { submitAutoTopUp } from "../_actions/save-auto-top-up";
import { Consent } from "./consent";
import { toFailureWords, toFieldWords } from "./failure-words";
import { PackChoice, type PackOption } from "./pack-choice";
import { toCapWords } from "./top-up-words";
import { UnitInput } from "./unit-input";

interface TopUpFormProps {
  packs: readonly PackOption[];
  values: { pack: string; threshold: string; cap: string };
  /** "Visa •••• 4242"; null: none is saved. Undefined while Stripe does not answer. */
  card: string | null | undefined;
  enabled: boolean;
}

/** Nothing of it is charged now: who sends it agrees to what the sentence above the button says. */
export function TopUpForm({ packs, values: stored, card, enabled }: TopUpFormProps) {
  const [state, submit] = useActionState(submitAutoTopUp, emptyForm<{ saved: true }>(stored));
  const [typed, setTyped] = useState(stored);
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.sent > 0) formRef.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  const { failure, values } = state;
  const refused = toFieldWords(failure);
  const words = failure && !refused ? toFailureWords(failure) : null;
  const errorsOf = (field: string) =>
    refused?.field === field ? [refused.text] : (state.fieldErrors[field] ?? []);
  const chosen = packs.find(({ value }) => value === typed.pack) ?? packs[0];
  const cap = chosen ? parseMoney(typed.cap, chosen.currency).amountMinor : null;
  return (
    <Form
      ref={formRef}
      action={submit}
      onChange={(event) => {
        const form = new FormData(event.currentTarget);
        const read = (name: string) => {
          const value = form.get(name);
          return typeof value === "string" ? value : "";
        };
        setTyped({ pack: read("pack"), threshold: read("threshold"), cap: read("cap") });
      }}
    >
      <PackChoice packs={packs} value={values.pack ?? ""} errors={errorsOf("pack")} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          name="threshold"
          label="When fewer are left than"
          hint="Checked with every use."
          errors={errorsOf("threshold")}
        >
          {(control) => (
            <UnitInput {...control} unit="credits" defaultValue={values.threshold} inputMode="decimal" />
          )}
        </Field>
        <Field
          name="cap"
          label="Monthly cap"
          hint={
            cap !== null && chosen ? toCapWords(purchasesIn(cap, chosen.amountMinor)) : "Of a calendar month."
          }
          errors={errorsOf("cap")}
        >
          {(control) => (
            <UnitInput
              {...control}
              unit={chosen?.currency.toUpperCase() ?? ""}
              defaultValue={values.cap}
              inputMode="decimal"
            />
          )}
        </Field>
      </div>
      <FormError title={words?.title}>{words?.detail}</FormError>
      {card === null ? (
        <p className="text-ink-muted">
          There is no saved card to charge.{" "}
          <Link href="/billing" className="rounded-xs text-accent-ink underline underline-offset-4">
            Add one
          </Link>{" "}
          first.
        </p>
      ) : (
        <Consent card={card} pack={chosen} threshold={typed.threshold} capMinor={cap} />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>{enabled ? "Save changes" : "Switch on"}</SubmitButton>
        <p role="status" className="text-ink-muted">
          {state.data ? "Saved. Auto top-up is on." : ""}
        </p>
      </div>
    </Form>
  );
}
