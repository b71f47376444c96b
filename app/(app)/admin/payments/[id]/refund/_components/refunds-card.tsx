import type { Route } from "next";
import Link from "next/link";
import {
  toCreditState,
  toMailState,
  toRefundState,
} from "@/app/(app)/admin/refunds/_components/refund-state";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { RefundablePayment, RefundRequestLine, RefundStory } from "@/lib/refunds/types";

const small = "mt-1 text-[0.8125rem] break-words text-ink-muted";

/** What became of each refund of the payment, and what waits for an admin. */
export function RefundsCard({ payment }: { payment: RefundablePayment }) {
  const { refunds, waiting, currency } = payment;
  if (refunds.length === 0 && waiting.length === 0) return null;
  return (
    <Card aria-labelledby="refunds">
      <CardHeader id="refunds" title="Refunds of this payment" />
      <ul className="mt-3 divide-y divide-line">
        {waiting.map((request) => (
          <WaitingRow key={request.id} request={request} />
        ))}
        {refunds.map((story) => (
          <RefundRow key={story.id} story={story} currency={currency} />
        ))}
      </ul>
    </Card>
  );
}

function WaitingRow({ request }: { request: RefundRequestLine }) {
  const { id, amountMinor, currency, requestedBy, note, createdAt } = request;
  return (
    <li className="px-5 py-4">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        <Badge tone="warning">Waits for a second admin</Badge>
      </p>
      {note ? <p className="mt-1 break-words">“{note}”</p> : null}
      <p className={small}>
        Asked for by {requestedBy}, <DateTime value={createdAt} show="time" />
      </p>
      <Link
        href={`/admin/refunds/${id}` as Route}
        prefetch={false}
        className="mt-1 inline-block rounded-xs underline underline-offset-4"
      >
        Look at the request
      </Link>
    </li>
  );
}

function RefundRow({ story, currency }: { story: RefundStory; currency: string }) {
  const { tone, label, text } = toRefundState(story);
  const { amountMinor, note, reason, askedBy, approvedBy, createdAt, creditNote, stripeRefundId } = story;
  return (
    <li className="px-5 py-4">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
        <Badge tone={tone}>{label}</Badge>
      </p>
      <p className="mt-1 break-words">{text}</p>
      <p className="break-words">
        {toCreditState(story)} {toMailState(story)}
      </p>
      {note ? <p className={small}>“{note}”</p> : null}
      <p className={small}>
        {askedBy ? `By ${askedBy}` : "By the system or in Stripe’s dashboard"}
        {approvedBy ? `, approved by ${approvedBy}` : ""}, <DateTime value={createdAt} show="time" />
        {reason ? ` · ${reason.replaceAll("_", " ")}` : ""}
        {creditNote ? (
          <>
            {" · "}
            <a
              href={`/admin/refunds/${story.id}/credit-note`}
              download
              className="rounded-xs underline underline-offset-4"
            >
              Credit note {creditNote.number}
            </a>
          </>
        ) : null}
        {stripeRefundId ? <span className="font-mono break-all"> · {stripeRefundId}</span> : null}
      </p>
    </li>
  );
}
