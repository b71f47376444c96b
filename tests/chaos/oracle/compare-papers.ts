import type { World } from "@/tests/chaos/world/world";
import type { Facts } from "./facts";
import type { Ours } from "./ours";

type Say = (line: string) => void;

/** Numbers without gaps, and one document for each thing that needs one. */
export function compareDocuments(ours: Ours, say: Say): void {
  for (const { series, last } of ours.series) {
    const numbers = ours.documents
      .filter(({ number }) => number.startsWith(`${series}-`))
      .map(({ number }) => Number(number.slice(series.length + 1)))
      .sort((a, b) => a - b);
    if (numbers.length !== last || numbers.some((number, index) => number !== index + 1))
      say(`documents ${series} are numbered ${numbers.join(", ")} and the last is ${last}`);
  }
  const subjects = new Set(ours.documents.map(({ subject }) => subject));
  const need = (subject: string, words: string) => {
    if (!subjects.has(subject)) say(`${words} has no document`);
  };
  for (const { id, checkoutId, creditedAt, intentId } of ours.payments)
    if (checkoutId && creditedAt) need(`payment:${id}`, `payment ${intentId}`);
  for (const { id, stripeId, creditedAt, total } of ours.invoices)
    if (creditedAt && total > 0n) need(`invoice:${id}`, `invoice ${stripeId}`);
  for (const { id, status } of ours.refunds) {
    if (status === "succeeded") need(`refund:${id}`, `refund ${id}`);
    const reversed = subjects.has(`refund:${id}:reversed`);
    if (status === "succeeded" && reversed) say(`refund ${id} succeeded, and its credit note was taken back`);
    if (status === "failed" && subjects.has(`refund:${id}`) && !reversed)
      say(`refund ${id} failed, and its credit note stands`);
  }
}

/** What a member must hear of is in the outbox, sent, and at the provider once. */
export function compareMails(world: World, ours: Ours, { facts, say }: { facts: Facts; say: Say }): void {
  const keys = new Set(ours.mails.map(({ key }) => key));
  const need = (key: string, words: string) => {
    if (!keys.has(key)) say(`no mail about ${words}`);
  };
  for (const { id, checkoutId, creditedAt, intentId } of ours.payments)
    if (checkoutId && creditedAt) need(`receipt:${id}`, `payment ${intentId}`);
  for (const { id, creditedAt, stripeId } of ours.invoices)
    if (creditedAt) need(`invoice:${id}`, `invoice ${stripeId}`);
  for (const { id, stripeId } of ours.refunds) {
    const there = facts.refunds.find((one) => one.id === stripeId);
    if (there?.status === "succeeded" || there?.status === "pending") need(`refund:${id}`, `refund ${id}`);
  }
  for (const { key, status } of ours.mails) {
    if (status !== "sent") say(`mail ${key} is ${status}`);
    const caught = world.mail.mails.get(key);
    if (!caught) say(`mail ${key} never reached the provider`);
    else if (caught.bodies.size > 1) say(`mail ${key} was handed over in ${caught.bodies.size} versions`);
  }
  for (const key of world.mail.mails.keys())
    if (!keys.has(key)) say(`mail ${key} was sent, and is in no outbox`);
}
