import { DomainError } from "@/lib/shared/errors";
import type { AdjustmentPlan } from "./types";

/** What was previewed is no more: nothing was done. */
export class AdjustmentStale extends DomainError {
  constructor() {
    super("adjustments.stale", "conflict");
  }
}

/** The plan says why. */
export class AdjustmentRefused extends DomainError {
  constructor({ refusal, availableMilli, missingMilli }: Extract<AdjustmentPlan, { outcome: "refused" }>) {
    super(`adjustments.${refusal}`, "invalid", { meta: { availableMilli, missingMilli } });
  }
}

/** The key of the form was used for something else. */
export class AdjustmentKeyConflict extends DomainError {
  constructor() {
    super("adjustments.key_conflict", "conflict");
  }
}

export class AdjustmentNotFound extends DomainError {
  constructor() {
    super("adjustments.not_found", "not_found");
  }
}

/** It was undone before, or is an undoing itself, or forgave a debt. */
export class NotReversible extends DomainError {
  constructor(why: "reversed" | "final") {
    super(`adjustments.not_reversible_${why}`, "conflict");
  }
}
