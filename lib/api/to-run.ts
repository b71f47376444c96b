import type { z } from "zod";
import type { RunView } from "@/lib/services/types";
import { toCredits } from "./schemas/credits";
import type { run } from "./schemas/run";

/** A run in the words of the API. */
export function toRun(view: RunView): z.input<typeof run> {
  const { id, status, problem, output, file, inputBytes, durationMs } = view;
  return {
    id,
    service: view.serviceSlug,
    status,
    quoted: toCredits(view.quotedMilli),
    charged: toCredits(view.chargedMilli),
    fromSubscription: toCredits(view.subscriptionMilli),
    fromPayAsYouGo: toCredits(view.paygMilli),
    balanceAfter: view.balanceAfterMilli === null ? null : toCredits(view.balanceAfterMilli),
    problem,
    output: output ?? null,
    file: file && {
      name: file.name,
      mediaType: file.mediaType,
      byteSize: file.byteSize,
      url: `/api/v1/runs/${id}/file`,
      availableUntil: file.availableUntil.toISOString(),
    },
    inputBytes,
    durationMs,
    createdAt: view.createdAt.toISOString(),
  };
}
