import { toDrawable, type Drawable } from "@/lib/pdf";
import { formatDate, formatMoney } from "@/lib/shared/format";
import type { DocumentContent, DocumentKind } from "../types";

/** A document as words, in the order of the page. */
export interface Printed {
  title: string;
  /** What happened, in one line. */
  summary: string;
  facts: readonly Row[];
  seller: readonly string[];
  buyer: readonly string[];
  lines: readonly PrintedLine[];
  totals: readonly TotalRow[];
  footer: string;
}

interface Row {
  label: string;
  value: string;
}

export interface TotalRow extends Row {
  strong: boolean;
}

export interface PrintedLine {
  description: string;
  period: string | null;
  quantity: string;
  amount: string;
}

const titles: Readonly<Record<DocumentKind, string>> = {
  receipt: "Receipt",
  invoice: "Invoice",
  credit_note: "Credit note",
};

const isReversal = ({ kind, totalMinor }: DocumentContent) => kind === "credit_note" && totalMinor < 0n;

function summarise(content: DocumentContent): string {
  const { kind, currency, totalMinor, payment, issuedAt } = content;
  if (isReversal(content)) return `${formatMoney(-totalMinor, currency)} could not be refunded`;
  const total = formatMoney(totalMinor, currency);
  const on = formatDate(payment?.at ?? issuedAt);
  if (kind === "credit_note") return `${total} refunded on ${on}`;
  return payment ? `${total} paid on ${on}` : `${total} paid from your balance on ${on}`;
}

function factsOf(content: DocumentContent): Row[] {
  const { kind, number, issuedAt, payment, corrects } = content;
  const card = payment?.card;
  return [
    { label: "Number", value: number },
    { label: "Date of issue", value: formatDate(issuedAt) },
    ...(payment
      ? [{ label: kind === "credit_note" ? "Refunded" : "Paid", value: formatDate(payment.at) }]
      : []),
    ...(card ? [{ label: "Card", value: card }] : []),
    ...(corrects ? [{ label: "Corrects", value: corrects.number }] : []),
  ];
}

function totalsOf(content: DocumentContent): TotalRow[] {
  const { kind, currency, totalMinor, discountMinor, balanceMinor, taxMinor, payment } = content;
  const money = (amountMinor: bigint) => formatMoney(amountMinor, currency);
  const row = (label: string, value: string, strong = false) => ({ label, value, strong });
  const subtotal = totalMinor - discountMinor - taxMinor;
  const moved = kind === "credit_note" ? "Refunded" : "Paid";
  const how = payment?.card ? `${moved} ${kind === "credit_note" ? "to" : "with"} ${payment.card}` : moved;
  return [
    ...(subtotal === totalMinor ? [] : [row("Subtotal", money(subtotal))]),
    ...(discountMinor === 0n ? [] : [row("Discount", money(discountMinor))]),
    row("Tax", taxMinor === 0n ? "None" : money(taxMinor)),
    row("Total", money(totalMinor), true),
    ...(balanceMinor > 0n ? [row("Paid from your balance", money(balanceMinor))] : []),
    ...(balanceMinor < 0n ? [row("Owed from before", money(-balanceMinor))] : []),
    ...(payment ? [row(how, money(payment.amountMinor))] : []),
  ];
}

function periodOf({ startsAt, endsAt }: NonNullable<DocumentContent["lines"][number]["period"]>): string {
  return `${formatDate(startsAt)} – ${formatDate(endsAt)}`;
}

/** A name of which letters cannot be drawn is left out: the address below it says who it is. */
function buyerLines({ name, email }: DocumentContent["buyer"], draw: (text: string) => Drawable): string[] {
  const drawn = draw(name ?? "");
  return [...(drawn.text && !drawn.mutilated ? [drawn.text] : []), draw(email).text];
}

/** Puts a document into words that the fonts can show. */
export function toPrinted(content: DocumentContent, hasGlyph: (codePoint: number) => boolean): Printed {
  const draw = (text: string) => toDrawable(text, hasGlyph);
  const { seller, currency } = content;
  const address = [...seller.address, ...(seller.taxId ? [`Tax number: ${seller.taxId}`] : [])];
  return {
    title: titles[content.kind],
    summary: summarise(content),
    facts: factsOf(content),
    seller: [seller.name, ...address].map((line) => draw(line).text).filter(Boolean),
    buyer: buyerLines(content.buyer, draw),
    lines: content.lines.map(({ description, quantity, period, amountMinor }) => ({
      description: draw(description).text,
      period: period && periodOf(period),
      quantity: String(quantity),
      amount: formatMoney(amountMinor, currency),
    })),
    totals: totalsOf(content),
    footer: `${titles[content.kind]} ${content.number}`,
  };
}
