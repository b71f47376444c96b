import type { Step } from "../play/stage";

/** An admin gives money back: all of it, a part, or more than there is. */
export const refundHere: Step = {
  name: "is refunded by an admin",
  weight: 8,
  async run(stage, member, random) {
    const list = await stage.call("admin", { name: "listPayments", actor: stage.admin }, member.userId);
    if (list.outcome !== "done" || list.value.length === 0) return;
    const payment = random.pick(list.value);
    const most = Number(payment.amountMinor);
    const amount = random.pick([
      {},
      { amountMinor: BigInt(random.int(1, most)) },
      { amountMinor: BigInt(random.int(1, most)) },
      { amountMinor: BigInt(most + random.int(1, 5_000)) },
    ]);
    const refundId = random.uuid();
    const credits = random.chance(0.12) ? ("keep" as const) : ("claw_back" as const);
    if (credits === "keep") stage.keptRefunds.add(refundId);
    const refund = { paymentId: payment.id, refundId, reason: null, credits, ...amount };
    const times = random.pick([1, 1, 2]);
    const ask = () => stage.call("admin", { name: "requestRefund", actor: stage.admin }, refund);
    await Promise.all(Array.from({ length: times }, ask));
    if (random.chance(0.3)) await ask();
  },
};
