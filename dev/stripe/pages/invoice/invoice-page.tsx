import { Banner } from "../banner";
import { CardFields } from "../card-fields";
import { type CardForm, type FormProblems } from "../card-form";
import { formatDate, formatDay, formatMoney, formatPeriod } from "../money";
import { type InvoiceView } from "./invoice-view";

export interface PaymentState {
  form: CardForm;
  problems: FormProblems;
  /** Why the last attempt failed. */
  alert: string | null;
}

/** The hosted invoice: what is asked for, and a card form as long as it is not paid. */
export function InvoicePage({ view, payment }: { view: InvoiceView; payment: PaymentState }) {
  const { invoice, receiptUrl } = view;
  const payable = invoice.status === "open" || invoice.status === "uncollectible";
  const due = formatMoney(invoice.amount_remaining, invoice.currency);
  return (
    <>
      <Banner />
      <main className="checkout">
        <section className="summary" aria-label="Invoice">
          <div>
            <h1>Invoice {invoice.number}</h1>
            <p className="total">{payable ? due : formatMoney(invoice.total, invoice.currency)}</p>
            <p className="muted">{statusOf(view)}</p>
            <Parties view={view} />
            <Lines view={view} />
          </div>
        </section>
        <section className="payment" aria-label="Payment">
          <div>
            {payable ? <PayForm due={due} {...payment} /> : <h2>{headingOf(invoice.status)}</h2>}
            <p className="links">
              <a className="button quiet" href={`/i/${invoice.id}/pdf`}>
                Download invoice
              </a>
              {receiptUrl ? (
                <a className="button quiet" href={receiptUrl}>
                  View receipt
                </a>
              ) : null}
            </p>
          </div>
        </section>
      </main>
    </>
  );
}

function Parties({ view: { invoice, seller, billTo } }: { view: InvoiceView }) {
  return (
    <dl className="facts">
      <div>
        <dt>From</dt>
        <dd>{seller}</dd>
      </div>
      <div>
        <dt>Bill to</dt>
        <dd className="address">{billTo.join("\n")}</dd>
      </div>
      <div>
        <dt>Date of issue</dt>
        <dd>{formatDay(invoice.effective_at ?? invoice.created)}</dd>
      </div>
    </dl>
  );
}

function Lines({ view: { invoice, lines, totals } }: { view: InvoiceView }) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span className="name">
            {line.description}
            <small>
              {[formatPeriod(line.period), `Quantity ${line.quantity ?? 1}`].filter(Boolean).join(", ")}
            </small>
          </span>
          <span>{formatMoney(line.amount, invoice.currency)}</span>
        </li>
      ))}
      {totals.map(([label, amount]) => (
        <li key={label}>
          <span className={label === "Amount due" ? "sum" : "name"}>{label}</span>
          <span className={label === "Amount due" ? "sum" : undefined}>{amount}</span>
        </li>
      ))}
    </ul>
  );
}

function PayForm({ due, form, problems, alert }: PaymentState & { due: string }) {
  return (
    <form method="post" data-checkout noValidate>
      <h2>Pay with card</h2>
      {alert ? (
        <p className="alert" role="alert">
          {alert}
        </p>
      ) : null}
      <CardFields form={form} problems={problems} />
      <button className="button wide" type="submit">
        Pay {due}
      </button>
    </form>
  );
}

function statusOf({ invoice }: InvoiceView): string {
  const paidAt = invoice.status_transitions.paid_at;
  if (invoice.status === "paid") return `Paid ${formatDate(paidAt ?? invoice.created)} UTC`;
  if (invoice.status === "void") return "This invoice was voided. Nothing is due.";
  return invoice.due_date === null ? "Due now" : `Due ${formatDate(invoice.due_date)} UTC`;
}

function headingOf(status: string | null): string {
  return status === "paid" ? "Invoice paid" : "Invoice voided";
}
