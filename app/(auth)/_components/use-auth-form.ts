"use client";

import { useActionState, useEffect, useRef, type RefObject } from "react";
import { emptyForm, type FormState } from "@/lib/actions/types";
import { toFieldWords } from "./failure-words";

interface AuthForm<Data> {
  state: FormState<Data>;
  submit: (form: FormData) => void;
  pending: boolean;
  formRef: RefObject<HTMLFormElement | null>;
  errorsOf: (field: string) => readonly string[];
}

type FormAction<Data> = (previous: FormState<Data>, form: FormData) => Promise<FormState<Data>>;

/** A form of these pages: sends with or without JavaScript, and puts the cursor where something is wrong. */
export function useAuthForm<Data>(
  action: FormAction<Data>,
  values: Record<string, string> = {},
): AuthForm<Data> {
  const [state, submit, pending] = useActionState(action, emptyForm<Data>(values));
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.sent > 0) formRef.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  const refused = toFieldWords(state.failure);
  const errorsOf = (field: string) =>
    refused?.field === field ? [refused.text] : (state.fieldErrors[field] ?? []);
  return { state, submit, pending, formRef, errorsOf };
}
