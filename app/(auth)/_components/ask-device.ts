import { unstable_rethrow } from "next/navigation";
import type { ActionFailure } from "@/lib/actions/types";

export interface Ceremony<Options> {
  /** Fetches what the device is to sign. */
  ask: () => Promise<{ data?: Options; serverError?: ActionFailure } | undefined>;
  /** Has the device sign it. */
  answer: (options: Options) => Promise<unknown>;
}

type Outcome = { response: string; failure: null } | { response: null; failure: ActionFailure };

const failed = (code: string): Outcome => ({ response: null, failure: { code, meta: {} } });

/** Names of https://www.w3.org/TR/webauthn-3/ for what went wrong. */
const codes: Readonly<Record<string, string>> = {
  NotAllowedError: "passkeys.cancelled",
  AbortError: "passkeys.cancelled",
  InvalidStateError: "passkeys.taken",
  SecurityError: "passkeys.wrong_place",
};

/** Asks the server, then the device; answers with what the device signed as JSON text, or why there is nothing. */
export async function askDevice<Options>({ ask, answer }: Ceremony<Options>): Promise<Outcome> {
  let asked;
  try {
    asked = await ask();
  } catch (error) {
    unstable_rethrow(error);
    return failed("passkeys.no_answer");
  }
  if (asked?.serverError) return { response: null, failure: asked.serverError };
  if (!asked?.data) return failed("passkeys.no_answer");
  try {
    return { response: JSON.stringify(await answer(asked.data)), failure: null };
  } catch (error) {
    return failed(codes[error instanceof Error ? error.name : ""] ?? "passkeys.device_failed");
  }
}
