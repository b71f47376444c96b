import { CircleAlert } from "lucide-react";
import { buttonStyles } from "@/components/ui/button-styles";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { formatMoney } from "@/lib/shared/format";
import type { OpenInvoice } from "@/lib/subscriptions/types";

/** Stands over every page while the payment of a plan is open. */
export function PaymentDueBanner({ invoice }: { invoice: OpenInvoice }) {
  const { dueMinor, currency, nextAttemptAt, hostedUrl } = invoice;
  return (
    <section aria-label="Open payment" className="border-b border-danger/25 bg-danger-soft">
      <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-2.5 py-3">
        <div className="flex min-w-64 flex-1 gap-3">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
          <p className="min-w-0">
            <span className="font-medium">
              The payment of {formatMoney(dueMinor, currency)} for your plan did not go through.
            </span>{" "}
            <span className="text-ink-muted">
              No new credits come until it does.{" "}
              {nextAttemptAt ? (
                <>
                  We try it again on <DateTime value={nextAttemptAt} />.
                </>
              ) : (
                "We do not try it again by ourselves."
              )}
            </span>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/billing" size="sm">
            Update payment method
          </LinkButton>
          {hostedUrl ? (
            <a href={hostedUrl} className={buttonStyles({ variant: "secondary", size: "sm" })}>
              Pay now
            </a>
          ) : null}
        </div>
      </div>
    </section>
  );
}
