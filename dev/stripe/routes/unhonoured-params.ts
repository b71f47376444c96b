import { isRecord } from "../contract/contract-validator";

/**
 * The first parameter that Stripe knows and this route does not act upon.
 * Ignoring it in silence would make an integration look right that is not; `false` asks for nothing, so it may pass.
 */
export function findUnhonoured(params: unknown, honours: string[]): string | null {
  return visit(params, "", new Set([...honours, "expand"]));
}

function visit(value: unknown, at: string, honoured: Set<string>): string | null {
  if (at !== "" && honoured.has(at)) return null;
  if (value === false) return null;
  if (Array.isArray(value))
    return firstOf(
      value.map((item) => [at, item]),
      honoured,
    );
  if (isRecord(value)) {
    const children = Object.entries(value).map(([key, child]): [string, unknown] => [
      at ? `${at}.${key}` : key,
      child,
    ]);
    if (children.length > 0 || at === "") return firstOf(children, honoured);
  }
  return at;
}

function firstOf(children: [string, unknown][], honoured: Set<string>): string | null {
  for (const [at, child] of children) {
    const found = visit(child, at, honoured);
    if (found !== null) return found;
  }
  return null;
}
