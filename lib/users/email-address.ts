const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const topLevel = /^([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** "münchen.example" is "xn--mnchen-3ya.example"; null for what is no host name. */
function toAsciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  return new URL(`http://${domain}`).hostname;
}

/**
 * The one stored form of an e-mail address: trimmed, NFKC, lower case, its domain in ASCII. Null for anything that
 * is not exactly one plain address of at most 254 characters: lists, display names, quoted or commented forms,
 * control characters (and with them header injection), IP literals, non-Latin look-alikes before the @.
 */
export function normaliseEmail(input: string): string | null {
  if (input.length > 320 || !input.isWellFormed() || /[\p{Cc}\p{Cf}]/u.test(input.trim())) return null;
  const [local, rawDomain, ...rest] = input.trim().normalize("NFKC").toLowerCase().split("@");
  if (!local || !rawDomain || rest.length > 0 || local.length > 64 || !localPart.test(local)) return null;
  const domain = toAsciiDomain(rawDomain);
  const labels = domain?.split(".") ?? [];
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return null;
  if (!topLevel.test(labels.at(-1) ?? "")) return null;
  const email = `${local}@${domain ?? ""}`;
  return email.length <= 254 ? email : null;
}
