import type { TransactionSearch } from "@/lib/transactions/types";
import type { Sample } from "./sample";

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

/** What admins look for among a million payments, the rare and the common, alone and together. */
export const paymentSearches: Readonly<Record<string, (sample: Sample) => TransactionSearch>> = {
  "payments: all, newest first": () => ({}),
  "payments: all, oldest first": () => ({ sort: "oldest" }),
  "payments: whole address": ({ email }) => ({ text: email }),
  "payments: part of an address, 3 characters": ({ email }) => ({ text: email.slice(2, 5) }),
  "payments: two characters": ({ email }) => ({ text: email.slice(0, 2) }),
  "payments: a domain of 250": ({ email }) => ({ text: email.slice(email.indexOf("@")) }),
  "payments: what is in every address": () => ({ text: ".example" }),
  "payments: what is in no address": () => ({ text: "zzqqzzqq" }),
  "payments: user id": ({ id: text }) => ({ text }),
  "payments: payment id": ({ payment: text }) => ({ text }),
  "payments: cus_…": ({ customer: text }) => ({ text }),
  "payments: pi_…": ({ intent: text }) => ({ text }),
  "payments: ch_…": ({ charge: text }) => ({ text }),
  "payments: a common amount": () => ({ amount: "45.00" }),
  "payments: a rare amount": ({ amount }) => ({ amount }),
  "payments: an amount that nobody paid": () => ({ amount: "99,999.99" }),
  "payments: failed": () => ({ state: "failed" }),
  "payments: pending, of which there is none": () => ({ state: "pending" }),
  "payments: refunded": () => ({ state: "refunded" }),
  "payments: disputed": () => ({ state: "disputed" }),
  "payments: unclear": () => ({ state: "unclear" }),
  "payments: a common reason": () => ({ decline: "insufficient_funds" }),
  "payments: a rare reason": () => ({ decline: "stolen_card" }),
  "payments: a reason that never was": () => ({ decline: "zzqq" }),
  "payments: one day of a year ago": () => ({ from: ago(366), to: ago(365) }),
  "payments: failed for a rare reason, this year": () => ({
    ...{ state: "failed", decline: "stolen_card", from: ago(300) },
  }),
  "payments: a domain's refunded ones": ({ email }) => ({
    ...{ text: email.slice(email.indexOf("@")), state: "refunded" },
  }),
  "payments: a common letter's failed ones of an amount": () => ({
    ...{ text: "a1", state: "failed", amount: "45.00" },
  }),
};
