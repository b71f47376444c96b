import { CreditAmount } from "@/components/credits/credit-amount";
import { EntryList } from "@/components/credits/entry-list";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Entry } from "@/lib/credits/types";
import type { PaymentDetail } from "@/lib/payments/types";
import { toHistorySearch } from "@/components/credits/history-search";

interface CreditsCardProps {
  payment: PaymentDetail;
  /** What it did to the balance, newest first. */
  entries: readonly Entry[];
}

/** The credits that the payment brought, and what a refund took back. */
export function CreditsCard({ payment: { creditsMilli, status }, entries }: CreditsCardProps) {
  const reference = entries.at(-1)?.reference;
  return (
    <Card aria-labelledby="credits">
      <CardHeader
        id="credits"
        title="Credits"
        description={
          creditsMilli === null ? null : (
            <>
              <CreditAmount creditsMilli={creditsMilli} unit /> came with this payment.
            </>
          )
        }
      />
      {entries.length > 0 ? (
        <div className="pt-2 pb-1">
          <EntryList entries={entries} />
          {reference ? (
            <p className="px-5 pt-1 pb-3">
              <LinkButton href={toHistorySearch("/credits/history", { q: reference })} variant="link">
                Find them in the credit history
              </LinkButton>
            </p>
          ) : null}
        </div>
      ) : (
        <CardBody className="pt-2 text-ink-muted">
          {status === "pending" ? "They come when the money arrives." : "None came with it."}
        </CardBody>
      )}
    </Card>
  );
}
