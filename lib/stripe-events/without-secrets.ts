const left = "(left out)";

/** What lets whoever has it act or read as the customer: secrets, and addresses of Stripe's pages that ask for no sign-in. */
const secretName =
  /(^|_)(secret|token|fingerprint)$|^(url|receipt_url|hosted_\w+_url|invoice_pdf|redirect_to_url)$/;

/** A copy of what Stripe wrote, for people to read: the values of names that hold secrets are left out. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === "string" && secretName.test(name) && !part.startsWith("/v1/")
        ? left
        : withoutSecrets(part),
    ]),
  );
}
