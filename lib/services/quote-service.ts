import { getBalance } from "@/lib/credits";
import type { ServicesContext } from "./context";
import type { RawInput } from "./define-service";
import { askQuote } from "./execute-run";
import { getActiveService } from "./find-service";
import { forecastSplit } from "./policy";
import { services } from "./registry";
import { requireSwitchedOn } from "./require-switched-on";
import type { ServiceQuote } from "./types";

/**
 * What a run of this input would cost, and whether and how its owner could pay it now. Reserves nothing.
 * @throws ServiceNotFound, ServiceSwitchedOff, InvalidServiceInput, UnusableInput, ServiceMisbehaved
 */
export async function quoteService(
  ctx: ServicesContext,
  { slug, userId, input }: { slug: string; userId: string; input: RawInput },
): Promise<ServiceQuote> {
  const service = getActiveService(services, slug);
  await requireSwitchedOn(ctx.db, slug);
  const quoteMilli = await askQuote(ctx, service, service.prepare(input));
  const { totalMilli, subscriptionMilli, paygMilli } = await getBalance(ctx, userId);
  const balance = { totalMilli, subscriptionMilli, paygMilli };
  return {
    quoteMilli,
    balance,
    missingMilli: quoteMilli > totalMilli ? quoteMilli - totalMilli : 0n,
    split: forecastSplit(balance, quoteMilli),
  };
}
