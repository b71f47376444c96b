export type ErrorKind =
  "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "rate_limited" | "unavailable";

/**
 * An expected failure of a use case. `code` is stable and chooses the words shown to people; `message` is for
 * logs only. Anything thrown that is not a DomainError is a bug.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly meta: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    kind: ErrorKind,
    options: { meta?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(`${code} ${Object.keys(options.meta ?? {}).join(",")}`.trim(), { cause: options.cause });
    this.name = "DomainError"; // class names do not survive a production build
    this.code = code;
    this.kind = kind;
    this.meta = options.meta ?? {};
  }
}
