import { afterAll, expect, test, vi } from "vitest";
import {
  approveRefund,
  declineRefund,
  openRefund,
  requestRefund,
  viewRefundRequest,
  withdrawRefund,
} from "@/lib/refunds";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";

vi.stubEnv("REFUND_APPROVAL_ABOVE", "usd:2000");
afterAll(() => vi.unstubAllEnvs());
const shop = await openShop();
const { createAdmin, createPayment } = returnsOf(shop);
type Admin = Awaited<ReturnType<typeof createAdmin>>;

const change = ({ user }: Admin, data: { role?: "admin" | "member"; suspendedAt?: Date | null }) =>
  shop.db.prisma.user.update({ where: { id: user.id }, data });
const fallen = [{ role: "member" as const }, { suspendedAt: new Date() }];
const risen = { role: "admin" as const, suspendedAt: null };
const request = (by: Admin, paymentId: string, amountMinor = 3_000n) =>
  requestRefund(by.as, { paymentId, amountMinor, credits: "keep", reason: null, note: "Asked by mail" });
const decided = (requestId: string) => ({ requestId, reason: "Looked at it" });

test("a request of who is no admin any more is approved by nobody; it can be declined", async () => {
  const [asker, other] = [await createAdmin(), await createAdmin()];
  const { paymentId } = await createPayment();
  const { refundId } = await request(asker, paymentId);
  for (const fall of fallen) {
    await change(asker, fall);
    const look = await viewRefundRequest(other.as, { requestId: refundId, origin: null });
    expect(look).toMatchObject({ preview: null, obstacle: "refunds.requester_no_admin", mayDecide: true });
    await expect(approveRefund(other.as, decided(refundId))).rejects.toMatchObject({
      code: "refunds.requester_no_admin",
    });
    await change(asker, risen);
  }
  await change(asker, { role: "member" });
  await declineRefund(other.as, decided(refundId));
  expect(await shop.db.prisma.refund.count({ where: { paymentId } })).toBe(0);
});

test("who lost the role in another tab asks for nothing and decides nothing", async () => {
  const [asker, other] = [await createAdmin(), await createAdmin()];
  const { paymentId } = await createPayment();
  const { refundId } = await request(asker, paymentId);
  for (const fall of fallen) {
    for (const one of [asker, other]) await change(one, fall);
    for (const act of [
      () => request(other, paymentId, 1n),
      () => approveRefund(other.as, decided(refundId)),
      () => declineRefund(other.as, decided(refundId)),
      () => withdrawRefund(asker.as, decided(refundId)),
    ])
      await expect(act()).rejects.toMatchObject({ code: "users.actor_not_admin" });
    for (const one of [asker, other]) await change(one, risen);
  }
  await approveRefund(other.as, decided(refundId));
});

test("whoever opens a refund, it is never of money that comes to who asks", async () => {
  const { paymentId, userId } = await createPayment();
  const terms = { paymentId, amountMinor: 1n, credits: "keep", reason: null, requestedById: userId } as const;
  await expect(
    shop.db.transaction((tx) => openRefund(tx, terms, shop.ctx.clock.now())),
  ).rejects.toMatchObject({ code: "refunds.own_payment" });
});
