import { Badge } from "@/components/ui/badge";
import type { RowChange } from "@/lib/reconciliation/types";
import { formatCredits, formatMoney } from "@/lib/shared/format";

const tables: Readonly<Record<string, string>> = {
  billing_customers: "Billing account",
  stripe_customers: "Customer",
  checkouts: "Checkout",
  top_ups: "Auto top-up",
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
  ...["status", "description", "amount_minor", "credits_milli", "amount_milli", "balance_milli", "kind"],
  ...["reason", "template", "recipient", "expires_at", "problem", "item_name"],
];
/** They follow from what is shown. */
const unsaid = ["lot_count", "user_id", "stripe_customer_id"];

type Fields = RowChange["fields"];

const words = (field: string) => field.replaceAll("_", " ");

/** Credits and money as people know them; everything else as it stands. */
function valueOf(field: string, value: string | null, currency: string | undefined): string {
  if (value === null) return "nothing";
  if (!/^-?\d{1,18}$/.test(value)) return value;
  if (field.endsWith("_milli")) return formatCredits(BigInt(value));
  return field.endsWith("_minor") && currency ? formatMoney(BigInt(value), currency) : value;
}

function toText(fields: Fields, change: RowChange["change"]): string {
  const currency = fields.find(({ field }) => field === "currency")?.after ?? undefined;
  return fields
    .filter(({ field }) => (change === "changed" ? !unsaid.includes(field) : telling.includes(field)))
    .map(({ field, before, after }) => {
      const name = words(field.replace(/_(?:milli|minor)$/, ""));
      const now = valueOf(field, change === "removed" ? before : after, currency);
      return change === "changed" ? `${name} ${valueOf(field, before, currency)} → ${now}` : `${name} ${now}`;
    })
    .join(" · ");
}

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
  const owner = table === "stripe_customers" ? fields.find(({ field }) => field === "user_id")?.after : null;
  const text = owner ? `becomes that of ${owner}` : toText(fields, change);
  return (
    <li className="px-3 py-2 text-[0.8125rem]">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[change]}>{change}</Badge>
        <span className="font-medium">{tables[table] ?? words(table)}</span>
        <span className="font-mono text-xs break-all text-ink-muted">{id}</span>
      </p>
      {text ? <p className="mt-1 break-words text-ink-muted">{text}</p> : null}
    </li>
  );
}
