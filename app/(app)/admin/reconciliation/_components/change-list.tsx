import { Badge } from "@/components/ui/badge";
import type { RowChange } from "@/lib/reconciliation/types";

const tables: Readonly<Record<string, string>> = {
  billing_customers: "Billing account",
  stripe_customers: "Customer",
  checkouts: "Checkout",
  subscriptions: "Plan",
  subscription_changes: "Change of plan",
  invoices: "Invoice",
  payments: "Payment",
  payment_attempts: "Try to pay",
  payment_lots: "What it bought",
  refunds: "Refund",
  disputes: "Dispute",
  credit_accounts: "Balance",
  credit_lots: "Credits",
  billing_documents: "Document",
  outbox_emails: "Mail",
};

const tones = { added: "positive", changed: "accent", removed: "danger" } as const;

/** Of a row that is added the fields that say what it is. */
const telling = [
  ...["status", "description", "amount_minor", "currency", "credits_milli", "amount_milli", "balance_milli"],
  ...["kind", "reason", "template", "recipient", "expires_at", "problem", "user_id", "item_name"],
];

const words = (field: string) => field.replaceAll("_", " ");
/** Milli-credits as the figure that people know; everything else as it stands. */
const valueOf = (field: string, value: string | null) =>
  value !== null && field.endsWith("_milli") && /^-?\d+$/.test(value)
    ? String(Number(value) / 1_000)
    : (value ?? "nothing");
const nameOf = (field: string) => words(field.replace(/_milli$/, "").replace(/_minor$/, " in minor units"));

/** Row by row what is written, or would be. */
export function ChangeList({ changes }: { changes: readonly RowChange[] }) {
  return (
    <ul className="mt-2 divide-y divide-line rounded-md border border-line">
      {changes.map((change) => (
        <ChangeRow key={`${change.table} ${change.id}`} row={change} />
      ))}
    </ul>
  );
}

function ChangeRow({ row: { table, id, change, fields } }: { row: RowChange }) {
  const shown = fields.filter(({ field }) => change === "changed" || telling.includes(field));
  return (
    <li className="px-3 py-2 text-[0.8125rem]">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[change]}>{change}</Badge>
        <span className="font-medium">{tables[table] ?? words(table)}</span>
        <span className="font-mono text-xs break-all text-ink-muted">{id}</span>
      </p>
      {shown.length > 0 ? (
        <p className="mt-1 break-words text-ink-muted">
          {shown
            .map(({ field, before, after }) => {
              const now = valueOf(field, change === "removed" ? before : after);
              return `${nameOf(field)} ${change === "changed" ? `${valueOf(field, before)} → ` : ""}${now}`;
            })
            .join(" · ")}
        </p>
      ) : null}
    </li>
  );
}
