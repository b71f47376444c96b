import { findUserOfCustomer } from "@/lib/customers";
import type { FinishedSetup } from "@/lib/ports/payment-method-gateway";
import { AddingNotFinished, PaymentMethodNotFound } from "./errors";
import { chooseDefault } from "./make-default";
import type { MemberContext } from "./member-context";
import { memberOf } from "./policy";
import { readMethods } from "./read-methods";
import type { FinishedAdding } from "./schema";
import type { NewDefault } from "./types";

function getFinished({ payments }: MemberContext, finished: FinishedAdding): Promise<FinishedSetup> {
  return "sessionId" in finished
    ? payments.getSetupPage(finished.sessionId)
    : payments.getSetup(finished.setupIntentId);
}

/**
 * What was just added becomes the default, and pays what is open. Safe to repeat, but only its owner may: it is the
 * same as making it the default.
 *
 * @throws MemberRequired, PaymentMethodNotFound, AddingNotFinished, or a PaymentGatewayError
 */
export async function finishAdding(ctx: MemberContext, finished: FinishedAdding): Promise<NewDefault> {
  const userId = memberOf(ctx.actor);
  const { stripeCustomerId, paymentMethodId } = await getFinished(ctx, finished);
  const addedBy = stripeCustomerId && (await findUserOfCustomer(ctx.db, stripeCustomerId));
  if (addedBy !== userId) throw new PaymentMethodNotFound();
  if (!paymentMethodId) throw new AddingNotFinished();
  return chooseDefault(ctx, await readMethods(ctx, userId), paymentMethodId);
}
