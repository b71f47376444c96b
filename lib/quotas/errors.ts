import { DomainError } from "@/lib/shared/errors";
import type { QuotaKind } from "./types";

export interface QuotaRefusal {
  kind: QuotaKind;
  limit: bigint;
  used: bigint;
  /** When use begins at nothing again; null where it never does. */
  resetsAt: Date | null;
}

/** A limit leaves no room. Nothing was counted, recorded or taken. */
export class QuotaExceeded extends DomainError {
  constructor({ kind, limit, used, resetsAt }: QuotaRefusal, now: Date) {
    const wait = resetsAt && Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
    super("quotas.exceeded", "rate_limited", {
      meta: {
        ...{ kind, limit: Number(limit), used: Number(used), resetsAt: resetsAt?.toISOString() ?? null },
        ...(wait === null ? {} : { retryAfterSeconds: wait }),
      },
    });
  }
}
