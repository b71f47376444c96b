"use client";

import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { useEffect, useEffectEvent } from "react";
import { askPasskeySignIn } from "../_actions/start-passkey-sign-in";
import { askDevice } from "../_components/ask-device";

/** What was asked works for five minutes; before that it is asked anew. */
const renewMs = 4 * 60_000;

interface Autofill {
  /** A new one begins after every try: the button's question ends the one that waits here. */
  round: number;
  busy: boolean;
  take: (response: string) => void;
}

/**
 * Lets the browser offer passkeys in the field whose `autocomplete` ends in "webauthn". Says nothing when it cannot:
 * nobody asked for it.
 */
export function usePasskeyAutofill({ round, busy, take }: Autofill): void {
  const onAnswer = useEffectEvent(take);
  useEffect(() => {
    if (busy) return;
    const leaving = new AbortController();
    const isOver = () => leaving.signal.aborted;
    async function offer() {
      if (!(await browserSupportsWebAuthnAutofill()) || isOver()) return;
      const { response } = await askDevice({
        ask: askPasskeySignIn,
        answer: (optionsJSON) => {
          if (isOver()) throw new Error("The page has gone on.");
          return startAuthentication({ optionsJSON, useBrowserAutofill: true });
        },
      });
      if (response !== null && !isOver()) onAnswer(response);
    }
    void offer();
    const renewal = setInterval(() => {
      if (document.visibilityState === "visible") void offer();
    }, renewMs);
    return () => {
      leaving.abort();
      clearInterval(renewal);
      WebAuthnAbortService.cancelCeremony();
    };
  }, [round, busy]);
}
