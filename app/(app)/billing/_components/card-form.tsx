"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import type { NewDefault } from "@/lib/payment-methods/types";
import { finishAddingAction } from "../_actions/finish-adding";
import { ask } from "./ask";
import { CardFieldsSkeleton } from "./card-fields-skeleton";
import { confirmCard } from "./confirm-card";
import { toFailureWords, type FailureWords } from "./failure-words";
import type { StripeJs } from "./load-stripe-js";
import { useCardFields } from "./use-card-fields";

interface CardFormProps {
  stripeJs: StripeJs;
  onBusy: (busy: boolean) => void;
  onAdded: (added: NewDefault) => void;
  onCancel: () => void;
}

/** Stripe's fields and what they answer. What is wrong with one field Stripe says at that field. */
export function CardForm({ stripeJs, onBusy, onAdded, onCancel }: CardFormProps) {
  const place = useRef<HTMLDivElement>(null);
  const fields = useCardFields(stripeJs, place);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<FailureWords | null>(null);

  async function save() {
    if (fields.status !== "ready") return;
    setProblem(null);
    const confirmed = await confirmCard(fields);
    if (confirmed.outcome === "refused") setProblem(confirmed.words);
    if (confirmed.outcome !== "saved") return;
    const { data, failure } = await ask(finishAddingAction({ setupIntentId: confirmed.setupIntentId }));
    if (data) onAdded(data);
    else setProblem(toFailureWords(failure ?? { code: "internal", meta: {} }));
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    onBusy(true);
    await save();
    setSaving(false);
    onBusy(false);
  }

  const words = fields.status === "failed" ? toFailureWords(fields.failure) : problem;
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-5 flex flex-col gap-5">
      <FormError title={words?.title}>{words?.detail}</FormError>
      {fields.status === "failed" ? null : (
        <div className="relative min-h-47">
          {fields.status === "loading" ? <CardFieldsSkeleton /> : null}
          <div ref={place} />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" disabled={saving} onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" pending={saving} disabled={fields.status !== "ready"}>
          Save payment method
        </Button>
      </div>
    </form>
  );
}
