import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { EffectTable } from "@/app/(app)/admin/_components/effect-table";
import { toRefundHref } from "@/app/(app)/admin/payments/[id]/refund/search-params";
import type { Holdings } from "@/app/(app)/admin/refunds/_components/refund-effects";
import { CreditAmount } from "@/components/credits/credit-amount";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Money } from "@/components/ui/money";
import { formatCredits, formatMoney } from "@/lib/shared/format";
import type { PlanEndPreview } from "@/lib/subscriptions/types";
import type { Person } from "@/lib/support/types";
import { submitEnd } from "../_actions/end";
import { planFailures } from "./plan-failures";

interface EndPreviewProps {
  person: Person;
  preview: PlanEndPreview;
  holdings: Holdings;
}

/** What ending the plan does now, and the form that does exactly that. */
export function EndPreview({ person, preview, holdings }: EndPreviewProps) {
  const { planName, refund, refundMinor, currency, needsApproval, token } = preview;
  const money = formatMoney(refundMinor, currency);
  const values = { userId: person.id, email: person.email, token, refund };
  return (
    <Card aria-labelledby="preview">
      <CardHeader
        id="preview"
        title={refundMinor > 0n ? `End ${planName} and pay back ${money}` : `End ${planName}`}
        description="At once. The member is told by mail."
      />
      <Effects preview={preview} holdings={holdings} />
      <CardBody className="border-t border-line">
        {needsApproval ? (
          <TooMuch preview={preview} />
        ) : (
          <ConfirmForm
            id="end-plan"
            action={submitEnd}
            label={refundMinor > 0n ? `End the plan and pay back ${money}` : "End the plan"}
            variant="danger"
            values={values}
            words={planFailures}
            typed={{ label: "Type the person’s address to confirm", hint: person.email }}
          />
        )}
      </CardBody>
    </Card>
  );
}

function Effects({ preview, holdings }: Omit<EndPreviewProps, "person">) {
  const { refundMinor, currency, takenMilli, debtMilli } = preview;
  const { unspentMilli, debtMilli: owedMilli } = holdings;
  const credits = (amount: bigint) => <CreditAmount creditsMilli={amount} />;
  return (
    <div className="mt-3">
      <EffectTable
        label="What ending it does"
        effects={[
          { label: "Plan", before: preview.planName, change: "ends", after: "none" },
          {
            label: "Goes back",
            note:
              preview.refund === "unused" && refundMinor === 0n
                ? "Nothing that was paid for the time that is left is held."
                : undefined,
            before: "—",
            change: <Money amountMinor={refundMinor} currency={currency} />,
            after: "—",
          },
          {
            label: "Unspent credits",
            ...{ before: credits(unspentMilli), change: credits(-takenMilli) },
            after: credits(unspentMilli - takenMilli),
          },
          {
            label: "Owed credits",
            before: credits(owedMilli),
            change: debtMilli > 0n ? `+${formatCredits(debtMilli)}` : credits(0n),
            after: credits(owedMilli + debtMilli),
          },
        ]}
      />
    </div>
  );
}

function TooMuch({ preview: { payments, currency } }: { preview: PlanEndPreview }) {
  return (
    <Alert
      tone="warning"
      title="So much needs a second admin."
      action={payments.map(({ paymentId, amountMinor }) => (
        <LinkButton
          key={paymentId}
          href={toRefundHref(paymentId)}
          prefetch={false}
          variant="secondary"
          size="sm"
        >
          Ask for {formatMoney(amountMinor, currency)} on its payment
        </LinkButton>
      ))}
    >
      End the plan without a refund, and ask for the refund on its payment.
    </Alert>
  );
}
