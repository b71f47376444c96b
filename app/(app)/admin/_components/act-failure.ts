import type { ActionFailure } from "@/lib/actions/types";

/** What to say of a failure, by its code. */
export type FailureWords = Readonly<Record<string, { title: string; detail?: string }>>;

/** What an admin reads when an act did not happen. */
export function toActFailure(
  { code, meta, reference }: ActionFailure,
  words: FailureWords,
): { title: string; detail?: string } {
  const known = words[code];
  if (known) return known;
  if (code === "rate_limits.exceeded") {
    return { title: "Too many at once.", detail: `Try again in ${Number(meta.retryAfterSeconds)} seconds.` };
  }
  if (code === "http.foreign_origin") {
    return { title: "This request did not come from our page.", detail: "Reload the page and try again." };
  }
  const told = reference ? ` The log knows more of it under ${reference}.` : "";
  return { title: "Something went wrong on our side.", detail: `Nothing was changed.${told}` };
}
