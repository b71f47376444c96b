"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ServiceQuote } from "@/lib/services/types";
import { sendQuote, type FormProblem } from "./send-form";

export type QuoteState =
  | { status: "none" }
  | { status: "asking"; last: ServiceQuote | null }
  | { status: "ready"; quote: ServiceQuote }
  | { status: "refused"; problem: FormProblem };

const typingPauseMs = 350;

/** The price of what is in the form, asked for when typing pauses. An answer that was overtaken is dropped. */
export function useQuote(slug: string) {
  const [state, setState] = useState<QuoteState>({ status: "none" });
  const current = useRef<{ abort: AbortController; timer: ReturnType<typeof setTimeout> } | null>(null);

  const cancel = useCallback(() => {
    if (!current.current) return;
    clearTimeout(current.current.timer);
    current.current.abort.abort();
    current.current = null;
  }, []);

  /** null: there is nothing to price. */
  const ask = useCallback(
    (form: FormData | null) => {
      cancel();
      if (!form) {
        setState({ status: "none" });
        return;
      }
      setState((before) => ({
        status: "asking",
        last: before.status === "ready" ? before.quote : toLast(before),
      }));
      const abort = new AbortController();
      const answer = async () => {
        try {
          const quote = await sendQuote(slug, form, abort.signal);
          if (abort.signal.aborted) return;
          setState(
            quote.ok
              ? { status: "ready", quote: quote.value }
              : { status: "refused", problem: quote.problem },
          );
        } catch {
          // Only an overtaken question throws: the newer one shows its own answer.
        }
      };
      current.current = { abort, timer: setTimeout(() => void answer(), typingPauseMs) };
    },
    [cancel, slug],
  );

  useEffect(() => cancel, [cancel]);
  return { quote: state, askQuote: ask };
}

function toLast(before: QuoteState): ServiceQuote | null {
  return before.status === "asking" ? before.last : null;
}
