"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { askPasskeySignIn } from "../_actions/start-passkey-sign-in";
import { submitPasskeySignIn } from "../_actions/sign-in-with-passkey";
import { PasskeyButton } from "../_components/passkey-button";
import { usePasskeyForm } from "../_components/use-passkey-form";
import { usePasskeyAutofill } from "./use-passkey-autofill";

/** Signs in with a passkey by a button, and by what the browser offers in the address field. */
export function PasskeySignIn({ next }: { next: string }) {
  const form = usePasskeyForm(submitPasskeySignIn, {
    ask: askPasskeySignIn,
    answer: (optionsJSON) => startAuthentication({ optionsJSON }),
  });
  usePasskeyAutofill({
    round: form.sent,
    busy: form.pending,
    take: (response) => form.send(response, { next }),
  });
  return <PasskeyButton form={form} label="Sign in with a passkey" next={next} />;
}
