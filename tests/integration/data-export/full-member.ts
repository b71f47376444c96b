import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { setAvatar } from "@/lib/avatars";
import type { Database } from "@/lib/db";
import type { Clock } from "@/lib/ports/clock";
import type { FileStorage } from "@/lib/ports/file-storage";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { useMuch } from "@/tests/factories/use-much";

interface World {
  db: Database;
  clock: Clock;
  storage: FileStorage;
}

export const origin = { ip: "203.0.113.7", userAgent: "Firefox/1" };

/** None of them may be in an export. */
export const secrets = [
  "hash-of-a-password",
  "hash-of-a-session",
  "hash-of-a-key",
  "link-that-lets-in",
  "a note of support",
];
/** What a spreadsheet would run. */
export const evil = '=HYPERLINK("https://evil.example")';

/** A person with something in every kind of data, and beside each secret that must not be told. */
export async function createFullMember({ db, clock, storage }: World) {
  const systemClock = clock;
  const userId = await createCreditAccount({ db, clock }, [
    { credits: 500, description: evil },
    { credits: 0.5 },
  ]);
  const { email } = await db.prisma.user.update({
    where: { id: userId },
    data: {
      name: "Ada",
      bio: 'one\ntwo, "three"',
      company: "@Analytical",
      passwordHash: "hash-of-a-password",
    },
  });
  const now = clock.now();
  const by = { userId, createdAt: now };
  await db.prisma.session.create({
    data: { ...by, ...origin, tokenHash: `hash-of-a-session-${userId}`, expires: now },
  });
  await db.prisma.account.create({
    data: {
      ...by,
      provider: "google",
      email: "ada@google.example",
      providerAccountId: `g-${userId}`,
    },
  });
  await db.prisma.apiKey.create({
    data: {
      ...by,
      name: "-Nightly",
      prefix: "qs_",
      lastFour: "abcd",
      secretHash: `hash-of-a-key-${userId}`,
      scopes: ["a", "b"],
    },
  });
  await db.prisma.outboxEmail.create({
    data: {
      ...by,
      key: randomUUID(),
      recipient: email,
      template: "reset-password",
      message: { url: "link-that-lets-in" },
    },
  });
  await db.prisma.billingCustomer.create({ data: { userId, email } });
  const money = { currency: "usd", syncSeq: 1n, updatedAt: now };
  const payment = await db.prisma.payment.create({
    data: {
      ...{ ...by, ...money, kind: "purchase", status: "succeeded", description: "500 credits" },
      paidAt: now,
      ...{ amountMinor: 4_500n, creditsMilli: 500_000n, stripePaymentIntentId: `pi_${userId}` },
    },
  });
  await db.prisma.refund.create({
    data: {
      ...by,
      ...money,
      paymentId: payment.id,
      amountMinor: 100n,
      clawedMilli: 11_000n,
      note: "a note of support",
    },
  });
  await db.prisma.notificationPreference.create({
    data: { userId, kind: "credits_low", channel: "email", enabled: false, updatedAt: now },
  });
  await useMuch(db, userId, now);
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: "#f00" } });
  await setAvatar(
    { db, storage, systemClock },
    { userId, bytes: await picture.png().toBuffer(), crop: null },
  );
  return { userId, email, paymentId: payment.id };
}
