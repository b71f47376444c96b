import { DomainError } from "@/lib/shared/errors";

export class MemberRequired extends DomainError {
  constructor() {
    super("auto_top_up.sign_in_required", "unauthenticated");
  }
}

/** The pack must lift a balance above the threshold: else it would have to be bought again at once. */
export class ThresholdOutOfRange extends DomainError {
  constructor(mostMilli: bigint) {
    super("auto_top_up.threshold_out_of_range", "invalid", { meta: { mostMilli } });
  }
}

export class CapOutOfRange extends DomainError {
  constructor(range: { leastMinor: bigint; mostMinor: bigint; currency: string }) {
    super("auto_top_up.cap_out_of_range", "invalid", { meta: range });
  }
}

/** Nothing is saved that could be charged. */
export class NoSavedCard extends DomainError {
  constructor() {
    super("auto_top_up.no_card", "conflict");
  }
}

/** It costs something else than the page showed. Nothing was changed. */
export class PriceChanged extends DomainError {
  constructor() {
    super("auto_top_up.price_changed", "conflict");
  }
}
