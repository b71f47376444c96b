"use client";

import { startTransition, useActionState, useState } from "react";
import { emptyForm, type ActionFailure, type FormState } from "@/lib/actions/types";
import { askDevice, type Ceremony } from "./ask-device";

type FormAction = (previous: FormState<null> | null, form: unknown) => Promise<FormState<null>>;

interface PasskeyForm {
  failure: ActionFailure | null;
  fieldErrors: FormState["fieldErrors"];
  /** Counts the tries, so that an equal failure is still noticed as a new one. */
  sent: number;
  pending: boolean;
  /** Asks the device, and sends its answer with these fields. */
  begin: (fields: Readonly<Record<string, string>>) => void;
  /** Sends an answer that the device gave by itself. */
  send: (response: string, fields: Readonly<Record<string, string>>) => void;
}

/** A form that a device fills in: what it signed goes to the action as the field `response`. */
export function usePasskeyForm<Options>(action: FormAction, ceremony: Ceremony<Options>): PasskeyForm {
  const [state, submit, sending] = useActionState(action, emptyForm<null>());
  const [device, setDevice] = useState({ tries: 0, asking: false, failure: null as ActionFailure | null });

  function send(response: string, fields: Readonly<Record<string, string>>) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, response })) form.set(name, value);
    startTransition(() => {
      submit(form);
    });
  }

  async function run(fields: Readonly<Record<string, string>>) {
    setDevice(({ tries }) => ({ tries: tries + 1, asking: true, failure: null }));
    const { response, failure } = await askDevice(ceremony);
    setDevice(({ tries }) => ({ tries, asking: false, failure }));
    if (response !== null) send(response, fields);
  }

  const pending = device.asking || sending;
  return {
    failure: pending ? null : (device.failure ?? state.failure),
    fieldErrors: pending ? {} : state.fieldErrors,
    sent: device.tries + state.sent,
    pending,
    begin: (fields) => void run(fields),
    send,
  };
}
