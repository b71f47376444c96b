import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import type { GatewayInvoice, GatewayInvoiceLine, Period } from "@/lib/ports/subscription-gateway";
import type { CreditedLine } from "./invoice-grants";

/** A plan that changed so often within one period is no member's doing. */
const maxSteps = 100;

/**
 * The period as it was billed when it began. A line that gives back names the lines that had billed it; where those
 * were parts themselves, the line beside them that gave back leads on.
 */
async function followCredited(
  payments: Pick<PaymentGateway, "getInvoice">,
  line: GatewayInvoiceLine,
): Promise<Period | null> {
  let credited = line.credited;
  for (let step = 0; credited && step < maxSteps; step += 1) {
    const { stripeInvoiceId, lineIds } = credited;
    const { lines } = await payments.getInvoice(stripeInvoiceId);
    const billed = lines.find(({ lineId }) => lineIds.includes(lineId));
    if (!billed) return null;
    if (!billed.proration) return billed.period;
    credited =
      lines.find(({ amountMinor, credited: earlier }) => amountMinor < 0n && earlier)?.credited ?? null;
  }
  return null;
}

/** Adds to every line that bills or gives back a part the whole period of which it is one. */
export async function readWholePeriods(
  payments: Pick<PaymentGateway, "getInvoice">,
  { lines }: GatewayInvoice,
): Promise<CreditedLine[]> {
  const back = lines.find(({ amountMinor, credited }) => amountMinor < 0n && credited);
  const given = back ? await followCredited(payments, back) : null;
  return lines.map((line) => {
    if (!line.proration) return { ...line, wholePeriod: null };
    // A new part that ends otherwise than the old one belongs to a period that began with the change.
    const samePeriod = back && line.period.endsAt.getTime() === back.period.endsAt.getTime();
    return { ...line, wholePeriod: samePeriod ? given : null };
  });
}
