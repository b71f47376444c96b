import { invalidRequest } from "../server/stripe-error";

const MAX_KEYS = 50;
const MAX_KEY_LENGTH = 40;
const MAX_VALUE_LENGTH = 500;

type MetadataParam = Record<string, string | number | null> | "" | null | undefined;

/**
 * Merges as Stripe does: named keys change, an empty value removes its key, an empty string removes all.
 * https://docs.stripe.com/metadata
 */
export function mergeMetadata(current: Record<string, string>, param: MetadataParam): Record<string, string> {
  if (param === undefined) return current;
  if (param === "" || param === null) return {};
  const merged = new Map(Object.entries(current));
  for (const [key, raw] of Object.entries(param)) {
    const value = String(raw ?? "");
    checkLengths(key, value);
    if (value === "") merged.delete(key);
    else merged.set(key, value);
  }
  if (merged.size > MAX_KEYS) {
    throw invalidRequest(
      `You can only have up to ${MAX_KEYS} metadata keys, but you passed in ${merged.size}.`,
      {
        param: "metadata",
      },
    );
  }
  return Object.fromEntries(merged);
}

function checkLengths(key: string, value: string): void {
  if (key.length > MAX_KEY_LENGTH) {
    throw invalidRequest(
      `Metadata keys can have up to ${MAX_KEY_LENGTH} characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
      { param: "metadata" },
    );
  }
  if (value.length > MAX_VALUE_LENGTH) {
    throw invalidRequest(
      `Metadata values can have up to ${MAX_VALUE_LENGTH} characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value}`,
      { param: `metadata[${key}]` },
    );
  }
}
