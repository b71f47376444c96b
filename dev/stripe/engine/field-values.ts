/** Stripe unsets a field with an empty string; objects show it as null. */
export function unset<T>(value: T): Exclude<T, ""> | null {
  return value === "" ? null : (value as Exclude<T, "">);
}

/** The id behind a field that the SDK types as "id or expanded object"; the store holds ids. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  if (!reference) return null;
  return typeof reference === "string" ? reference : reference.id;
}

/** The same for a list of them. */
export function idsOf(references: (string | { id: string })[]): string[] {
  return references.map((reference) => (typeof reference === "string" ? reference : reference.id));
}

/** Picks the given parameters, `""` turned into null, absent ones left out. */
export function pickFields<P extends object, K extends keyof P>(
  params: P,
  keys: readonly K[],
): { [F in K]?: Exclude<P[F], "" | undefined> | null } {
  const picked: { [F in K]?: Exclude<P[F], "" | undefined> | null } = {};
  for (const key of keys) {
    const value = params[key];
    if (value !== undefined) picked[key] = unset(value) as Exclude<P[K], "" | undefined> | null;
  }
  return picked;
}
