import { CreditAmount } from "@/components/credits/credit-amount";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { PlanChangePreview } from "@/lib/subscriptions/types";
import { PreviewLine } from "./preview-line";

/** Everything that a change would do: money with its lines, the next invoice, credits, and when. */
export function ChangePreview({ preview }: { preview: PlanChangePreview }) {
  return (
    <div className="mt-5 divide-y divide-line rounded-lg border border-line">
      {preview.when === "now" ? <MoneyNow preview={preview} /> : <MoneyLater preview={preview} />}
      <dl className="flex flex-col gap-2 px-4 py-3">
        <PreviewLine label="Credits now">
          <CreditAmount creditsMilli={preview.creditsNowMilli} signed />
        </PreviewLine>
        <PreviewLine label="Credits each month">
          <CreditAmount creditsMilli={preview.creditsPerMonthMilli} />
        </PreviewLine>
        <PreviewLine
          label={
            <>
              Next invoice, <DateTime value={preview.nextInvoice.at} />
            </>
          }
        >
          <Money amountMinor={preview.nextInvoice.amountMinor} currency={preview.currency} />
        </PreviewLine>
      </dl>
    </div>
  );
}

function MoneyNow({ preview }: { preview: PlanChangePreview }) {
  const { from, to, currency, chargeMinor, givenBackMinor, dueNowMinor } = preview;
  const takenOff = dueNowMinor - (chargeMinor - givenBackMinor);
  return (
    <dl className="flex flex-col gap-2 px-4 py-3">
      <PreviewLine label={`${to.planName}, for the time that is paid now`}>
        <Money amountMinor={chargeMinor} currency={currency} />
      </PreviewLine>
      {givenBackMinor === 0n ? null : (
        <PreviewLine label={`${from.planName}, what you have not used of it`}>
          <Money amountMinor={-givenBackMinor} currency={currency} />
        </PreviewLine>
      )}
      {takenOff === 0n ? null : (
        <PreviewLine label="Discount and balance">
          <Money amountMinor={takenOff} currency={currency} />
        </PreviewLine>
      )}
      <PreviewLine label="You pay now" strong>
        <Money amountMinor={dueNowMinor} currency={currency} />
      </PreviewLine>
    </dl>
  );
}

function MoneyLater({ preview }: { preview: PlanChangePreview }) {
  return (
    <dl className="px-4 py-3">
      <PreviewLine label="You pay now" strong>
        <Money amountMinor={preview.dueNowMinor} currency={preview.currency} />
      </PreviewLine>
    </dl>
  );
}
