import { PaymentGatewayUnavailable } from "@/lib/ports/payment-gateway-errors";

/** Long enough for Stripe's slow answers, short enough for somebody who waits for a page. */
const patienceMs = 8_000;

/**
 * What is asked, unless it takes too long: a page says then that Stripe does not answer, and shows what is known.
 * @throws PaymentGatewayUnavailable
 */
export async function withinPatience<T>(asked: Promise<T>, limitMs = patienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PaymentGatewayUnavailable()), limitMs);
  });
  try {
    return await Promise.race([asked, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
