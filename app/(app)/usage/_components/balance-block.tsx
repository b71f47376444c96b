import { addDays } from "@/components/ranges/days";
import { CardBody } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { LinkButton } from "@/components/ui/link-button";
import type { AppContext } from "@/lib/context";
import { getBalance } from "@/lib/credits";
import { formatCredits } from "@/lib/shared/format";
import { expectBalance } from "../_projection/expect";
import { readRecentUsage } from "../read-usage";
import { ExpectationLines } from "./expectation-lines";

/** Who runs out later than this has time enough. */
const daysToWarn = 14;

type BalanceBlockProps = { ctx: AppContext; userId: string };

/** How long the credits that are there now last. */
export async function BalanceBlock({ ctx, userId }: BalanceBlockProps) {
  const [{ totalMilli }, recent] = await Promise.all([getBalance(ctx, userId), readRecentUsage(ctx, userId)]);
  const expectation = expectBalance(totalMilli, recent, ctx.clock.now());
  return (
    <CardBody>
      <Figure label="Credits left" value={formatCredits(totalMilli)} />
      <div className="mt-2 flex flex-col gap-1 text-[0.8125rem] text-ink-muted">
        {recent.firstDay === null ? null : (
          <ExpectationLines
            expectation={expectation}
            what="balance"
            warnUntil={addDays(recent.today, daysToWarn)}
            {...(expectation ? { ahead: expectation.ahead } : {})}
          />
        )}
        {expectation?.runOut?.runsOut ? (
          <p>Credits that a plan still brings, or that expire before, are not counted.</p>
        ) : null}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href="/credits/buy" variant="secondary" size="sm">
          Buy credits
        </LinkButton>
      </div>
    </CardBody>
  );
}
