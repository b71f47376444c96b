import { DateTime } from "@/components/ui/date-time";
import { type Lot } from "@/lib/credits/types";
import { formatCredits } from "@/lib/shared/format";

type Fate = { milli: bigint; words: string };

/** What came in with a lot and what became of it, and until when the rest is there. */
export function LotStory({ lot }: { lot: Lot }) {
  return (
    <>
      {formatCredits(lot.grantedMilli)} came in <DateTime value={lot.grantedAt} />{" "}
      {fatesOf(lot).map(({ milli, words }) => `· ${formatCredits(milli)} ${words} `)}
      {lot.status === "upcoming" ? (
        <>
          · counts from <DateTime value={lot.effectiveAt} />{" "}
        </>
      ) : null}
      · <LotExpiry lot={lot} />
    </>
  );
}

export function LotExpiry({ lot }: { lot: Pick<Lot, "expiresAt"> }) {
  if (!lot.expiresAt) return "never expires";
  return (
    <>
      expires <DateTime value={lot.expiresAt} />
    </>
  );
}

/** Everything that keeps a lot from counting in full, in the order in which it is told. */
function fatesOf(lot: Lot): Fate[] {
  const idle = lot.remainingMilli - lot.heldMilli;
  const fates = [
    { milli: lot.spentMilli, words: "used" },
    { milli: lot.expiredMilli, words: "expired" },
    { milli: lot.clawedBackMilli, words: "taken back" },
    { milli: lot.toDebtMilli, words: "settled what you owed" },
    { milli: lot.heldMilli, words: "set aside for a run" },
    { milli: lot.status === "frozen" ? idle : 0n, words: "blocked by a dispute" },
  ];
  return fates.filter((fate) => fate.milli > 0n);
}
