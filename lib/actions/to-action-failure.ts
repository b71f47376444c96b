import { randomUUID } from "node:crypto";
import type { Logger } from "@/lib/ports/logger";
import { DomainError } from "@/lib/shared/errors";
import type { ActionFailure } from "./types";

/**
 * What the browser learns of anything thrown in an action. An expected failure tells its code and figures. The
 * rest is a bug: logged here, once, under the reference that the person is shown, and nothing of it is told.
 */
export function toActionFailure(error: unknown, log: Logger, action: string): ActionFailure {
  if (error instanceof DomainError) return { code: error.code, meta: error.meta };
  const reference = randomUUID();
  log.error({ err: error, reference, action }, "unexpected error in an action");
  return { code: "internal", meta: {}, reference };
}
