import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { submitApproval, submitDecline, submitWithdrawal } from "@/app/(app)/admin/refunds/_actions/decide";
import { RefundEffects, type Holdings } from "@/app/(app)/admin/refunds/_components/refund-effects";
import { refundFailures } from "@/app/(app)/admin/refunds/_components/refund-failures";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { RefundPreview, RefundRequestLine } from "@/lib/refunds/types";
import { formatMoney } from "@/lib/shared/format";
import { toTypedMoney } from "@/lib/shared/parse-money";

interface DecisionProps {
  request: RefundRequestLine;
  preview: RefundPreview | null;
  obstacle: string | null;
  holdings: Holdings;
  mayDecide: boolean;
  mayWithdraw: boolean;
}

/** What an approval would do now, and what the admin who looks can do about it. */
export function Decision(props: DecisionProps) {
  const { request, preview, obstacle, holdings, mayDecide, mayWithdraw } = props;
  const refused = obstacle && toActFailure({ code: obstacle, meta: {} }, refundFailures);
  return (
    <>
      {refused ? (
        <Alert tone="warning" title="As things stand, this cannot be approved.">
          {refused.title} {refused.detail}
        </Alert>
      ) : null}
      {preview ? (
        <Card aria-labelledby="effects">
          <CardHeader
            id="effects"
            title={`Refund ${formatMoney(preview.amountMinor, preview.currency)}`}
            description="Computed just now, not when it was asked for."
          />
          <div className="mt-3">
            <RefundEffects preview={preview} holdings={holdings} />
          </div>
          {mayDecide ? <Approval requestId={request.id} preview={preview} /> : null}
        </Card>
      ) : null}
      {mayDecide ? (
        <Card aria-labelledby="decline">
          <CardHeader id="decline" title="Decline" description="What was reserved is free again." />
          <CardBody>
            <ActForm
              {...{ id: "decline-refund", action: submitDecline, label: "Decline", words: refundFailures }}
              values={{ requestId: request.id }}
            />
          </CardBody>
        </Card>
      ) : null}
      {mayWithdraw ? (
        <Card aria-labelledby="withdraw">
          <CardHeader
            id="withdraw"
            title="Waits for another admin"
            description="You asked for it, so somebody else decides. You can take it back until then."
          />
          <CardBody>
            <ActForm
              {...{ id: "withdraw", action: submitWithdrawal, label: "Withdraw", words: refundFailures }}
              values={{ requestId: request.id }}
            />
          </CardBody>
        </Card>
      ) : null}
    </>
  );
}

function Approval({ requestId, preview }: { requestId: string; preview: RefundPreview }) {
  const { amountMinor, currency, token } = preview;
  return (
    <CardBody className="border-t border-line">
      <ConfirmForm
        id="approve"
        action={submitApproval}
        label={`Approve ${formatMoney(amountMinor, currency)}`}
        variant="danger"
        values={{ requestId, token, amountMinor: String(amountMinor), currency }}
        words={refundFailures}
        typed={{ label: `Type ${toTypedMoney(amountMinor, currency)} to confirm` }}
      />
    </CardBody>
  );
}
