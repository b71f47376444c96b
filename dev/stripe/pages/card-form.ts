import { isPastExpiry } from "../engine/card-details";
import { looksLikeEmail } from "../engine/email";
import { findTestCard, type TestCard } from "../engine/test-cards";
import { type Buyer } from "../engine/complete-session";

/** What was typed, as it was typed: shown again when something is wrong. */
export interface CardForm {
  email: string;
  number: string;
  expiry: string;
  cvc: string;
  name: string;
}

export type FormProblems = Partial<Record<keyof CardForm, string>>;

export type ReadForm =
  | { ok: true; buyer: Buyer; card: { card: TestCard; expMonth: number; expYear: number } | null }
  | { ok: false; problems: FormProblems };

export const EMPTY_FORM: CardForm = { email: "", number: "", expiry: "", cvc: "", name: "" };

const TEST_CARDS_ONLY = "Your card was declined. Your request was in test mode, but used a non test card.";

export function readCardForm(body: string): CardForm {
  const sent = new URLSearchParams(body);
  const text = (name: keyof CardForm): string => (sent.get(name) ?? "").trim().slice(0, 200);
  return {
    email: text("email"),
    number: text("number"),
    expiry: text("expiry"),
    cvc: text("cvc"),
    name: text("name"),
  };
}

/** Checks in the words of Stripe's own page. `takesCard` is false when there is nothing to pay, `takesEmail` where the buyer is known. */
export function checkCardForm(
  form: CardForm,
  { now, takesCard, takesEmail = true }: { now: number; takesCard: boolean; takesEmail?: boolean },
): ReadForm {
  const problems: FormProblems = {};
  if (takesEmail && !looksLikeEmail(form.email)) problems.email = "Enter your email address.";
  const buyer = { email: form.email, name: form.name };
  if (!takesCard) return problems.email ? { ok: false, problems } : { ok: true, buyer, card: null };
  const digits = form.number.replaceAll(/[\s-]/g, "");
  const card = findTestCard(digits);
  const numberProblem = card ? null : describeNumber(digits);
  if (numberProblem) problems.number = numberProblem;
  const expiry = readExpiry(form.expiry, now);
  if (typeof expiry === "string") problems.expiry = expiry;
  const cvcLength = (card?.brand ?? (/^3[47]/.test(digits) ? "amex" : "visa")) === "amex" ? 4 : 3;
  if (!new RegExp(`^\\d{${cvcLength}}$`).test(form.cvc))
    problems.cvc = "Your card's security code is incomplete.";
  if (form.name === "") problems.name = "Enter the name on your card.";
  if (Object.keys(problems).length > 0 || !card || typeof expiry === "string") return { ok: false, problems };
  return { ok: true, buyer, card: { card, ...expiry } };
}

function describeNumber(digits: string): string {
  if (!/^\d{12,19}$/.test(digits)) return "Your card number is incomplete.";
  return passesLuhn(digits) ? TEST_CARDS_ONLY : "Your card number is invalid.";
}

/** `12/34`, `12 / 34`, `1234`, `12/2034` */
function readExpiry(text: string, now: number): { expMonth: number; expYear: number } | string {
  const match = /^(\d{1,2})\s*\/?\s*(\d{4}|\d{2})$/.exec(text);
  const expMonth = Number(match?.[1]);
  if (!match || expMonth < 1 || expMonth > 12) return "Your card's expiration date is incomplete.";
  const year = Number(match[2]);
  const expiry = { expMonth, expYear: year < 100 ? 2000 + year : year };
  return isPastExpiry(now, expiry) ? "Your card's expiration date is in the past." : expiry;
}

export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
