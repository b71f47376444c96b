import { formatCount, formatCredits } from "@/lib/shared/format";
import type { FoundSpike } from "@/lib/usage/types";

type Risen = Pick<
  FoundSpike,
  "creditsRose" | "creditsMilli" | "usualCreditsMilli" | "callsRose" | "calls" | "usualCalls"
>;

/** What rose: "1,200 credits, usually 90". */
export function spikeWords(spike: Risen): string {
  const credits = `${formatCredits(spike.creditsMilli)} credits, usually ${formatCredits(spike.usualCreditsMilli)}`;
  const calls = `${formatCount(spike.calls)} API calls, usually ${formatCount(spike.usualCalls)}`;
  return [...(spike.creditsRose ? [credits] : []), ...(spike.callsRose ? [calls] : [])].join(" · ");
}
