import { DomainError, type ErrorKind } from "@/lib/shared/errors";
import type { ApiScope } from "@/lib/api-keys/types";
import type { ProblemCode } from "./problems";

/** A refusal of the API itself. `facts` are what its problem tells besides the code. */
class ApiRefusal extends DomainError {
  constructor(code: ProblemCode & `api.${string}`, kind: ErrorKind, facts: Record<string, unknown> = {}) {
    super(code, kind, { meta: facts });
  }
}

export const keyMissing = () => new ApiRefusal("api.key_missing", "unauthenticated");
export const keyInvalid = () => new ApiRefusal("api.key_invalid", "unauthenticated");
export const scopeMissing = (scope: ApiScope) => new ApiRefusal("api.scope_missing", "forbidden", { scope });
export const addressNotFound = () => new ApiRefusal("api.not_found", "not_found");
export const bodyTooLarge = (maxBytes: number) =>
  new ApiRefusal("api.body_too_large", "invalid", { maxBytes });
export const unsupportedMediaType = () => new ApiRefusal("api.unsupported_media_type", "invalid");
export const keyReused = () => new ApiRefusal("api.idempotency_key_reused", "conflict");
export const runInProgress = () =>
  new ApiRefusal("api.run_in_progress", "conflict", { retryAfterSeconds: 1 });

export interface Fault {
  /** Where: a field's path, a parameter or a header. */
  path: string;
  message: string;
}

export const invalidRequest = (errors: readonly Fault[]) =>
  new ApiRefusal("api.invalid_request", "invalid", { errors });
