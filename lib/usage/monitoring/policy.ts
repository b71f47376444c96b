/** Null where there is nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** What is searched for, in the form in which addresses are kept. */
export const toSearched = (typed: string | undefined): string =>
  (typed ?? "").replaceAll("\0", "").toWellFormed().normalize("NFKC").trim().slice(0, 100).toLowerCase();
