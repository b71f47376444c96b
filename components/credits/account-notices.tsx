import { Alert } from "@/components/ui/alert";
import { type CreditOverview } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

/** What is on the account besides the balance, each with what it means for the person. */
export function AccountNotices({ overview }: { overview: CreditOverview }) {
  const { balance, holds } = overview;
  const runs = holds.length === 1 ? "a run" : `${holds.length} runs`;
  return (
    <div className="mb-6 flex flex-col gap-3 empty:hidden">
      {balance.debtMilli > 0n ? (
        <Alert tone="warning" title={`You owe ${formatCredits(balance.debtMilli)} credits`}>
          Credits were taken back after they were used, as when a purchase is refunded. The next credits you
          get settle this first.
        </Alert>
      ) : null}
      {balance.frozenMilli > 0n ? (
        <Alert tone="warning" title={`${formatCredits(balance.frozenMilli)} credits are blocked`}>
          The payment they came with is disputed. They come back when the dispute is settled in favour of the
          payment.
        </Alert>
      ) : null}
      {balance.heldMilli > 0n ? (
        <Alert title={`${formatCredits(balance.heldMilli)} credits are set aside for ${runs}`}>
          What a run does not need comes back when it ends, and all of it if the run fails.
        </Alert>
      ) : null}
      {balance.upcomingMilli > 0n ? (
        <Alert title={`${formatCredits(balance.upcomingMilli)} credits are on their way`}>
          They are yours already and count from the day their period begins.
        </Alert>
      ) : null}
    </div>
  );
}
