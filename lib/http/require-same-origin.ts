import { DomainError } from "@/lib/shared/errors";

/** Thrown when a change was asked for from somewhere that is not our own pages. */
export class ForeignOrigin extends DomainError {
  constructor() {
    super("http.foreign_origin", "forbidden");
  }
}

/**
 * Lets only our own pages change things: the Origin header must be exactly ours. A missing one, `null`, a sibling
 * subdomain and anything else is refused. Host and forwarded headers are not consulted, so they cannot be spoofed.
 * @throws ForeignOrigin
 */
export function requireSameOrigin(headers: Pick<Headers, "get">, appUrl: string): void {
  if (headers.get("origin") !== new URL(appUrl).origin) throw new ForeignOrigin();
}
