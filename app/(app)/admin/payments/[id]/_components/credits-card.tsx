import type { Route } from "next";
import { CreditAmount } from "@/components/credits/credit-amount";
import { EntryList } from "@/components/credits/entry-list";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import type { Investigation } from "@/lib/transactions";

type Lot = Investigation["lots"][number];

/** The lots that the payment bought as they are now, and every entry about it. */
export function CreditsCard({ investigation: { payment, lots, entries } }: { investigation: Investigation }) {
  return (
    <Card aria-labelledby="credits">
      <CardHeader
        id="credits"
        title="Credits"
        action={
          <LinkButton href={`/admin/users/${payment.userId}` as Route} variant="link" prefetch={false}>
            Balance
          </LinkButton>
        }
      />
      {lots.length === 0 ? (
        <CardBody className="pt-2 text-ink-muted">It brought none.</CardBody>
      ) : (
        <ul className="divide-y divide-line pt-1">
          {lots.map((lot) => (
            <LotRow key={lot.lotKey} lot={lot} />
          ))}
        </ul>
      )}
      {entries.length > 0 ? (
        <div className="border-t border-line">
          <EntryList entries={entries} />
        </div>
      ) : null}
    </Card>
  );
}

function LotRow({
  lot: { lotKey, amountMilli, remainingMilli, clawedMilli, status, expiresAt },
}: {
  lot: Lot;
}) {
  return (
    <li className="px-5 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <CreditAmount creditsMilli={remainingMilli} className="font-medium" /> of{" "}
          <CreditAmount creditsMilli={amountMilli} unit /> left
        </span>
        {status === "frozen" ? <Badge tone="warning">Frozen</Badge> : null}
        {status === "closed" ? <Badge>Used up</Badge> : null}
      </p>
      <p className="text-[0.8125rem] break-all text-ink-muted">
        {expiresAt ? (
          <>
            Until <DateTime value={expiresAt} />
          </>
        ) : (
          "Never expires"
        )}
        {clawedMilli > 0n ? (
          <>
            {" "}
            · <CreditAmount creditsMilli={clawedMilli} /> taken back
          </>
        ) : null}{" "}
        · <span className="font-mono">{lotKey}</span>
      </p>
    </li>
  );
}
