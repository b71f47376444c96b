import { CloudOff } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StripeHit, StripeSearchResult } from "@/lib/transactions/types";
import { failureText, toStatusWords } from "./payment-words";

const ignoredWords: Readonly<Record<string, string>> = {
  state: "this state",
  kind: "packs or plans",
};

/** What Stripe answered, and which of it is not here. */
export function StripeHits({ result }: { result: StripeSearchResult }) {
  if (result.outcome === "unreachable") {
    return (
      <Alert tone="warning" title="Stripe does not answer" className="m-5">
        Nothing was changed. What is here stands above; ask again in a minute.
      </Alert>
    );
  }
  if (result.outcome === "nothing_to_look_for") {
    return (
      <p className="p-5 text-ink-muted">
        Stripe looks for three letters or more of an address, a whole id, or an amount that can be one.
      </p>
    );
  }
  const { hits, more, ignored } = result;
  if (hits.length === 0) {
    return (
      <EmptyState icon={CloudOff} title="Stripe has nothing like that either">
        What was paid within the last minute may not be in Stripe&apos;s search yet.
      </EmptyState>
    );
  }
  return (
    <>
      <HitTable hits={hits} />
      <p className="border-t border-line px-5 py-3 text-[0.8125rem] text-ink-muted">
        {more ? "Stripe has more: narrow the search to see them. " : ""}
        {ignored.length > 0
          ? `Stripe cannot look for ${ignored.map((name) => ignoredWords[name] ?? name).join(" and ")}.`
          : "Tries to pay, newest first. Stripe's search may be a minute behind."}
      </p>
    </>
  );
}

function HitTable({ hits }: { hits: readonly StripeHit[] }) {
  return (
    <Table label="Found in Stripe">
      <TableHead>
        <tr>
          <TableHeader>In Stripe</TableHeader>
          <TableHeader>Here</TableHeader>
          <TableHeader className="max-md:hidden">When</TableHeader>
          <TableHeader numeric>Amount</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {hits.map((hit) => (
          <HitRow key={hit.chargeId ?? hit.paymentIntentId} hit={hit} />
        ))}
      </TableBody>
    </Table>
  );
}

function HitRow({ hit }: { hit: StripeHit }) {
  const { paymentIntentId, paymentId, email, stripeCustomerId, status, amountMinor, currency, at } = hit;
  const { tone, label } = toStatusWords(status);
  const failure = status === "succeeded" ? null : failureText(hit);
  return (
    <TableRow>
      <TableCell className="max-w-[22rem]">
        <span className="font-mono text-[0.8125rem] break-all">{paymentIntentId}</span>
        <span className="block text-[0.8125rem] break-all text-ink-muted">
          <Badge tone={tone}>{label}</Badge> {email ?? stripeCustomerId ?? "no customer"}
        </span>
        {failure ? <span className="block text-[0.8125rem] break-words text-danger">{failure}</span> : null}
      </TableCell>
      <TableCell>
        {paymentId ? (
          <Link
            href={`/admin/payments/${paymentId}` as Route}
            prefetch={false}
            className="underline underline-offset-4"
          >
            Open
          </Link>
        ) : (
          <>
            <Badge tone="warning">In Stripe, not here</Badge>
            <Link
              href={`/admin/reconciliation/investigate?id=${encodeURIComponent(paymentIntentId)}` as Route}
              prefetch={false}
              className="mt-1 block underline underline-offset-4"
            >
              Investigate and register
            </Link>
          </>
        )}
      </TableCell>
      <TableCell className="text-ink-muted max-md:hidden">
        <DateTime value={at} />
      </TableCell>
      <TableCell numeric>
        <Money amountMinor={amountMinor} currency={currency} className="font-medium" />
      </TableCell>
    </TableRow>
  );
}
