"use client";

import { useActionState, useEffect } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { useVisit } from "@/components/forms/use-visit";
import { type ButtonStyle } from "@/components/ui/button-styles";
import { emptyForm, type FormState } from "@/lib/actions/types";
import type { LinkedProvider } from "@/lib/linked-accounts/types";
import { FailureNotice } from "./failure-notice";
import { ProviderLogo } from "./provider-logo";

type ToProvider = FormState<{ url: string }>;

interface ProviderFormProps extends ButtonStyle {
  action: (previous: ToProvider | null, form: unknown) => Promise<ToProvider>;
  provider: LinkedProvider;
  label: string;
  next: string;
  /** Where the row shows it already. */
  withoutLogo?: boolean;
}

/** A button that leads to Google's or GitHub's own page, with and without JavaScript. */
export function ProviderForm(props: ProviderFormProps) {
  return <FormOfVisit key={useVisit()} {...props} />;
}

function FormOfVisit({ action, provider, label, next, withoutLogo, ...style }: ProviderFormProps) {
  const [{ data, failure, sent }, submit] = useActionState(action, emptyForm<{ url: string }>());
  useEffect(() => {
    if (data) window.location.assign(data.url);
  }, [data]);
  return (
    <form action={submit} className="flex flex-col gap-3">
      <input type="hidden" name="provider" value={provider} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton variant="secondary" pending={data !== null} {...style}>
        {withoutLogo ? null : <ProviderLogo provider={provider} />}
        {label}
      </SubmitButton>
      <FailureNotice failure={failure} sent={sent} />
    </form>
  );
}
