const words: Readonly<Record<string, string>> = {
  trialing: "on trial",
  active: "active",
  ending: "canceled, ends with its period",
  past_due: "past due",
  unpaid: "unpaid",
  paused: "paused",
  none: "no plan",
  incomplete: "waits for its first payment",
  incomplete_expired: "never paid",
  canceled: "ended",
};

export function planStateWords(state: string): string {
  return words[state] ?? state.replaceAll("_", " ");
}
