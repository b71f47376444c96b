import type { ActionFailure, FormState } from "@/lib/actions/types";

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
  // Nobody knows how far a bug let it come, and Stripe may have been asked.
  const detail = `Look whether it was done before you try again.${told}`;
  return { title: "Something went wrong on our side.", detail };
}

/** Why a form did nothing: what failed, or that a field which nobody sees, from the address, was refused. */
export function toFormFailure(
  { failure, fieldErrors }: Pick<FormState, "failure" | "fieldErrors">,
  { words, shown }: { words: FailureWords; shown: readonly string[] },
): { title: string; detail?: string } | null {
  if (failure) return toActFailure(failure, words);
  const unseen = Object.entries(fieldErrors).find(([name]) => !shown.includes(name));
  if (!unseen) return null;
  const [, [said]] = unseen;
  return {
    title: "Something above is not as it should be.",
    detail: `${said ? `${said} ` : ""}Nothing was done. Preview it again.`,
  };
}
