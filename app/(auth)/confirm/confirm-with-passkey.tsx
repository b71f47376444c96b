"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { submitPasskeyConfirmation } from "../_actions/confirm-with-passkey";
import { askPasskeyConfirmation } from "../_actions/start-passkey-confirmation";
import { PasskeyButton } from "../_components/passkey-button";
import { usePasskeyForm } from "../_components/use-passkey-form";

/** Proves with one of one's own passkeys who one is. */
export function ConfirmWithPasskey({ next }: { next: string }) {
  const form = usePasskeyForm(submitPasskeyConfirmation, {
    ask: askPasskeyConfirmation,
    answer: (optionsJSON) => startAuthentication({ optionsJSON }),
  });
  return <PasskeyButton form={form} label="Confirm with a passkey" next={next} />;
}
