import type { Route } from "next";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AppContext } from "@/lib/context";
import { describeDifference } from "@/lib/reconciliation";
import { readStripeSide, type Investigation } from "@/lib/transactions";
import type { ComparedObject, FieldPair } from "@/lib/transactions/types";

type SidesTableProps = { ctx: AppContext; payment: Investigation["payment"] };

/** Ours and Stripe's side by side; what differs stands out, and why in words. */
export async function SidesTable({ ctx, payment }: SidesTableProps) {
  const side = await readStripeSide(ctx, payment);
  if (side.outcome === "unreachable") {
    return (
      <Alert tone="warning" title="Stripe does not answer" className="m-5">
        What is here is shown below. Nothing was changed; load the page again in a minute.
      </Alert>
    );
  }
  const differ = side.objects.flatMap(({ differences }) => differences);
  return (
    <>
      {differ.length === 0 ? (
        <p className="px-5 pt-1 pb-3 text-positive">Both sides agree.</p>
      ) : (
        <Alert
          tone="warning"
          title={differ.length === 1 ? "One thing differs" : `${differ.length} things differ`}
          className="mx-5 my-3"
          action={
            <LinkButton
              href={`/admin/reconciliation/investigate?id=${payment.stripePaymentIntentId}` as Route}
              variant="secondary"
              size="sm"
              prefetch={false}
            >
              See what can be done
            </LinkButton>
          }
        >
          <ul>
            {differ.map((difference) => (
              <li key={difference.key}>{describeDifference(difference)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Table label="Both sides">
        <TableHead>
          <tr>
            <TableHeader className="w-1/5">Field</TableHeader>
            <TableHeader className="w-2/5">Here</TableHeader>
            <TableHeader className="w-2/5">In Stripe</TableHeader>
          </tr>
        </TableHead>
        {side.objects.map((object) => (
          <ObjectRows key={object.id} object={object} />
        ))}
      </Table>
    </>
  );
}

function ObjectRows({ object: { id, title, known, fields } }: { object: ComparedObject }) {
  return (
    <TableBody className="border-t border-line">
      <tr className="bg-sunken">
        <th scope="rowgroup" colSpan={3} className="px-5 py-2 text-left text-[0.8125rem] font-medium">
          {title} <span className="font-mono font-normal break-all text-ink-muted">{id}</span>
          {known ? null : (
            <Badge tone="danger" className="ml-2">
              Not in Stripe
            </Badge>
          )}
        </th>
      </tr>
      {fields.map((pair) => (
        <PairRow key={pair.field} pair={pair} />
      ))}
    </TableBody>
  );
}

function PairRow({ pair: { field, here, there, differs } }: { pair: FieldPair }) {
  const value = cn("break-all", differs && "font-medium text-warning");
  return (
    <TableRow className={differs ? "bg-warning-soft" : ""}>
      <TableCell className="text-ink-muted">{field}</TableCell>
      <TableCell className={value}>
        {here ?? "—"}
        {differs ? <span className="sr-only"> (differs)</span> : null}
      </TableCell>
      <TableCell className={value}>{there ?? "—"}</TableCell>
    </TableRow>
  );
}
