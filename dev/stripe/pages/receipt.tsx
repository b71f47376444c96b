import { Engine } from "../engine/engine";
import { Banner } from "./banner";
import { htmlPage } from "./document";
import { messagePage } from "./message-page";
import { formatDate, formatMoney } from "./money";
import { type PageHandler } from "./page-parts";

/** The page behind `charge.receipt_url`. */
export const showReceipt: PageHandler = (parts, _request, id) => {
  const charge = new Engine(parts.engine).store.objects.find("charge", id);
  if (charge?.status !== "succeeded") {
    return messagePage({ title: "No such receipt", text: "Check the address.", status: 404 });
  }
  const card = charge.payment_method_details?.card;
  const money = (amount: number): string => formatMoney(amount, charge.currency);
  // What a partial capture released counts as refunded on the charge, and nobody paid it.
  const refunded = Math.max(0, charge.amount_refunded - (charge.amount - charge.amount_captured));
  const facts: [string, string][] = [
    ["Amount paid", money(charge.amount_captured)],
    ["Date paid", `${formatDate(charge.created)} UTC`],
    ["Payment method", `${capitalise(card?.brand ?? "card")} •••• ${card?.last4 ?? ""}`],
    ...(charge.description ? [["Description", charge.description] as [string, string]] : []),
    ...(refunded > 0 ? [["Refunded", money(refunded)] as [string, string]] : []),
    ["Reference", charge.id],
  ];
  const body = (
    <>
      <Banner />
      <main className="card">
        <h1>Receipt</h1>
        <p className="total">{money(charge.amount_captured - refunded)}</p>
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </main>
    </>
  );
  return htmlPage({ title: "Receipt", body });
};

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
