import { formatDay, formatMoney } from "../money";
import { type Visit } from "./visit";

const SHOWN = 24;

export function InvoiceHistory({ visit }: { visit: Visit }) {
  const { data } = visit.engine.store.objects.list("invoice", {
    where: { customer: visit.customer.id, status: ["open", "paid", "uncollectible", "void"] },
    limit: SHOWN,
  });
  return (
    <section aria-labelledby="invoices">
      <h2 id="invoices">Invoice history</h2>
      {data.length === 0 ? (
        <p className="muted">There is no invoice yet.</p>
      ) : (
        <ul className="rows">
          {data.map((invoice) => (
            <li key={invoice.id}>
              {invoice.hosted_invoice_url ? (
                <a href={invoice.hosted_invoice_url}>
                  {formatDay(invoice.created)} <span className="unseen">, invoice {invoice.number}</span>
                </a>
              ) : (
                formatDay(invoice.created)
              )}
              <span>{formatMoney(invoice.total, invoice.currency)}</span>
              <span className="tag">{invoice.status}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
