"use client";

import { Fingerprint } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FailureNotice } from "./failure-notice";
import { useHasPasskeys } from "./use-has-passkeys";
import type { usePasskeyForm } from "./use-passkey-form";

interface PasskeyButtonProps {
  form: ReturnType<typeof usePasskeyForm>;
  label: string;
  next: string;
}

/** Not there without a script or in a browser that knows no passkeys. */
export function PasskeyButton({ form, label, next }: PasskeyButtonProps) {
  if (!useHasPasskeys()) return null;
  return (
    <div className="mt-3 flex flex-col gap-3 noscript:hidden">
      <Button variant="secondary" size="lg" pending={form.pending} onClick={() => form.begin({ next })}>
        {form.pending ? null : <Fingerprint aria-hidden="true" />}
        {label}
      </Button>
      <FailureNotice failure={form.failure} sent={form.sent} />
    </div>
  );
}
