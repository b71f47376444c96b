const secretNames =
  "authorization|cookie|set-cookie|password\\w*|\\w*token|\\w*secret|api_?key|recipient|e?mail";

/** In this order: what JSON escapes is passed over whole, a secret's name takes its value with it. */
const parts = [
  String.raw`\\u[\da-f]{4}|\\.`,
  String.raw`(?<name>"(?:${secretNames})"\s*:\s*)"(?:[^"\\]|\\.)*"`,
  String.raw`(?<address>[\p{L}\p{N}_.!#$%&'*+=?^{|}~-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+)`,
  String.raw`(?<query>[?&](?:token|code|state)=)[\w%.~-]+`,
  String.raw`(?<bearer>\bbearer )[\w.~+/=-]+`,
  String.raw`(?<key>\b(?:qs|sk|rk|re|whsec)_(?:(?:live|test)_)?)\w{8,}`,
];

const sensitive = new RegExp(parts.join("|"), "giu");

/**
 * A line of the log without what no log is to have: the values of fields named like secrets, addresses of people, secrets
 * in links, and keys. It is a net beneath: what is logged is chosen so that there is nothing to catch, but for the
 * texts of errors that others throw, such as a database that names the row it refuses.
 */
export function redactLine(line: string): string {
  return line.replace(sensitive, (found: string, ...rest: unknown[]) => {
    const { name, address, query, bearer, key } = rest.at(-1) as Partial<Record<string, string>>;
    if (name !== undefined) return `${name}"[redacted]"`;
    if (address !== undefined) return "[address]";
    const kept = query ?? bearer ?? key;
    return kept === undefined ? found : `${kept}[redacted]`;
  });
}
