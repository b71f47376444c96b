import { toFailureWords as toAccountWords } from "@/app/(auth)/_components/failure-words";
import type { ActionFailure } from "@/lib/actions/types";

const words: Readonly<Record<string, { title: string; detail: string }>> = {
  "api_keys.too_many": {
    title: "You have as many keys as one can have.",
    detail: "Revoke one that you no longer need, an expired one for example.",
  },
  "api_keys.not_found": {
    title: "This key is revoked already.",
    detail: "Reload the page to see which are left.",
  },
  "api_keys.expired": {
    title: "This key has expired.",
    detail: "Make a new one in its place.",
  },
  "rate_limits.exceeded": {
    title: "Too many attempts.",
    detail: "Nothing was changed. Wait a few minutes and try again.",
  },
};

export function toFailureWords(failure: ActionFailure): { title: string; detail?: string } {
  return words[failure.code] ?? toAccountWords(failure);
}
