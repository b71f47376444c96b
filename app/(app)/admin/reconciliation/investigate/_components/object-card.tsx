import type { Route } from "next";
import Link from "next/link";
import { Facts } from "@/app/(app)/admin/_components/facts";
import { stripeDashboardUrl } from "@/app/(app)/admin/_components/stripe-dashboard-url";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { formatMoney } from "@/lib/shared/format";
import type { Finding } from "@/lib/transactions";

const by: Readonly<Record<Finding["people"][number]["by"], string>> = {
  row: "our own row of the customer",
  metadata: "written on Stripe's customer",
  address: "the address alone, which anybody may type",
};

/** "payment_intent" is "Payment intent". */
function titleOf(kind: string): string {
  const words = kind.replaceAll(/[._]/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const link = "underline underline-offset-4 break-all";
const mono = (id: string | null | undefined) =>
  id ? <span className="font-mono text-[0.8125rem] break-all">{id}</span> : null;

/** What it is on both sides, and whose. */
export function ObjectCard({ finding: { id, object, payment, paymentId, people } }: { finding: Finding }) {
  const amount = object?.amount ?? payment;
  const failure = payment?.failure ?? payment?.attempts.at(-1)?.failure;
  return (
    <Card aria-labelledby="what">
      <CardHeader
        id="what"
        title={object ? titleOf(object.kind) : "Not in Stripe"}
        description={object ? null : `Stripe does not know ${id}: it may be of another account.`}
        action={
          paymentId ? (
            <Badge tone="positive">Here</Badge>
          ) : object ? (
            <Badge tone="warning">In Stripe, not here</Badge>
          ) : null
        }
      />
      <CardBody>
        <Facts
          facts={[
            { label: "Id", value: mono(object?.id ?? id) },
            { label: "State", value: (object?.status ?? payment?.status)?.replaceAll("_", " ") },
            { label: "Amount", value: amount ? formatMoney(amount.amountMinor, amount.currency) : null },
            {
              label: "Refused",
              value: failure
                ? [failure.declineCode ?? failure.code, failure.message].filter(Boolean).join(": ")
                : null,
            },
            {
              label: "Made",
              value: object?.createdAt ? <DateTime value={object.createdAt} show="time" /> : null,
            },
            { label: "Customer", value: mono(object?.stripeCustomerId ?? payment?.stripeCustomerId) },
            { label: "Payment", value: mono(object?.paymentIntentId) },
            { label: "Invoice", value: mono(object?.stripeInvoiceId) },
            { label: "Plan", value: mono(object?.stripeSubscriptionId) },
            {
              label: "Here",
              value: paymentId ? (
                <Link href={`/admin/payments/${paymentId}` as Route} prefetch={false} className={link}>
                  Open the payment
                </Link>
              ) : (
                "No payment of ours is about it"
              ),
            },
            {
              label: "Whose",
              value:
                people.length === 0 ? (
                  "Nobody here is known to be meant"
                ) : (
                  <ul>
                    {people.map((person) => (
                      <li key={person.id}>
                        <Link href={`/admin/users/${person.id}` as Route} prefetch={false} className={link}>
                          {person.email}
                        </Link>{" "}
                        <span className="text-[0.8125rem] text-ink-muted">by {by[person.by]}</span>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              label: "At Stripe",
              value: object?.paymentIntentId ? (
                <a href={stripeDashboardUrl(`payments/${object.paymentIntentId}`)} className={link}>
                  Open in Stripe&apos;s dashboard
                </a>
              ) : null,
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}
