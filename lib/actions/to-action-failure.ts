import { randomUUID } from "node:crypto";
import type { Logger } from "@/lib/ports/logger";
import { DomainError } from "@/lib/shared/errors";
import { logRefusal, type RefusalFacts } from "@/lib/shared/log-refusal";
import type { ActionFailure } from "./types";

/** What was called, and by whom. */
interface Called extends RefusalFacts {
  action: string;
}

/**
 * What the browser learns of anything thrown in an action. An expected failure tells its code and figures, and is
 * logged when it is a refusal. The rest is a bug: logged here, once, under the reference that the person is shown, and nothing of it is told.
 */
export function toActionFailure(error: unknown, log: Logger, called: Called): ActionFailure {
  if (error instanceof DomainError) {
    logRefusal(log, error, called);
    return { code: error.code, meta: error.meta };
  }
  const reference = randomUUID();
  log.error({ err: error, reference, ...called }, "unexpected error in an action");
  return { code: "internal", meta: {}, reference };
}
