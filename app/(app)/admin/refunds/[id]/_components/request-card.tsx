import type { Route } from "next";
import Link from "next/link";
import { Facts } from "@/app/(app)/admin/_components/facts";
import { requestWords } from "@/app/(app)/admin/refunds/_components/request-words";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { RefundRequestLine } from "@/lib/refunds/types";

const link = "rounded-xs break-words underline underline-offset-4";

/** What was asked for, by whom, and what was decided. */
export function RequestCard({ request }: { request: RefundRequestLine }) {
  const { tone, label } = requestWords[request.status];
  const { decidedBy, decidedAt } = request;
  return (
    <Card aria-labelledby="request">
      <CardHeader id="request" title="The request" action={<Badge tone={tone}>{label}</Badge>} />
      <CardBody>
        <Facts
          facts={[
            {
              label: "Amount",
              value: (
                <Money
                  amountMinor={request.amountMinor}
                  currency={request.currency}
                  className="font-medium"
                />
              ),
            },
            {
              label: "Payment",
              value: (
                <Link
                  href={`/admin/payments/${request.paymentId}` as Route}
                  prefetch={false}
                  className={link}
                >
                  {request.description}
                </Link>
              ),
            },
            {
              label: "Member",
              value: (
                <Link href={`/admin/users/${request.userId}` as Route} prefetch={false} className={link}>
                  {request.userEmail}
                </Link>
              ),
            },
            { label: "Credits", value: request.credits === "keep" ? "Stay" : "Taken back in proportion" },
            { label: "Asked for by", value: request.requestedBy },
            { label: "On", value: <DateTime value={request.createdAt} show="time" /> },
            { label: "Because", value: request.note },
            { label: "Told to Stripe", value: request.reason?.replaceAll("_", " ") },
            { label: `${label} by`, value: decidedBy },
            { label: "Decided", value: decidedAt && <DateTime value={decidedAt} show="time" /> },
            { label: "Decision", value: request.decision },
          ]}
        />
      </CardBody>
    </Card>
  );
}
