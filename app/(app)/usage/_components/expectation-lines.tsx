import { DateTime } from "@/components/ui/date-time";
import { cn } from "@/components/ui/cn";
import type { Expectation } from "../_projection/expect";
import { noPaceWords, runOutWords, amountWords } from "../_projection/expectation-words";

type ExpectationLinesProps = {
  expectation: Expectation | null;
  what: "limit" | "balance";
  /** Up to where a balance is looked at, and until when it should last. */
  ahead?: string;
  warnUntil?: string;
};

/** What the end of the period will bring, and when it runs out before. */
export function ExpectationLines({
  expectation,
  what,
  ahead = "",
  warnUntil = "9999",
}: ExpectationLinesProps) {
  if (!expectation) return <p>{noPaceWords}</p>;
  const { use, until, runOut } = expectation;
  const soon = runOut?.runsOut && runOut.day <= warnUntil;
  return (
    <>
      <p data-figures>
        Expected by <DateTime value={new Date(until.getTime() - 1)} />: {amountWords(use)}
        {what === "balance" ? " more credits" : ""}.
      </p>
      {runOut ? (
        <p className={cn(soon && "font-medium text-warning")}>{runOutWords(runOut, what, ahead)}</p>
      ) : null}
    </>
  );
}
