// The page inside the frame of the Payment Element: checks what is typed and makes payment methods of it.
import { formatExpiry, formatNumber } from "./format-card.js";

const form = document.querySelector("form");
const parentOrigin = new URLSearchParams(location.search).get("parent");
const tell = (message) => window.parent.postMessage(message, parentOrigin);
const valueOf = (name) => form.elements.namedItem(name).value.trim();
const digitsOf = (name) => valueOf(name).replace(/\D/g, "");

const CHECKS = {
  number: () => (digitsOf("number").length < 12 ? "Your card number is incomplete." : ""),
  expiry: () => (digitsOf("expiry").length < 4 ? "Your card's expiration date is incomplete." : ""),
  cvc: () => (digitsOf("cvc").length < 3 ? "Your card's security code is incomplete." : ""),
};

function showProblem(name, message) {
  const input = form.elements.namedItem(name);
  const place = document.getElementById(`${name}-problem`);
  place.textContent = message;
  place.hidden = message === "";
  input.toggleAttribute("aria-invalid", message !== "");
  if (message) input.setAttribute("aria-invalid", "true");
  tell({ localStripe: "resize", height: document.documentElement.scrollHeight });
}

/** Stripe.js calls it a validation_error; the words stand at the field, too. */
function validate() {
  const problems = Object.entries(CHECKS).map(([name, check]) => [name, check()]);
  for (const [name, message] of problems) showProblem(name, message);
  const first = problems.find(([, message]) => message !== "");
  return first ? { error: { type: "validation_error", message: first[1] } } : { value: true };
}

async function createMethod({ key, billingDetails = {} }) {
  const expiry = digitsOf("expiry");
  const body = new URLSearchParams({
    key,
    type: "card",
    "card[number]": digitsOf("number"),
    "card[exp_month]": String(Number(expiry.slice(0, 2))),
    "card[exp_year]": `20${expiry.slice(2)}`,
    "card[cvc]": digitsOf("cvc"),
  });
  for (const name of ["name", "email", "phone"]) {
    if (billingDetails[name]) body.set(`billing_details[${name}]`, billingDetails[name]);
  }
  const answer = await (await fetch("/v1/payment_methods", { method: "POST", body })).json();
  if (!answer.error) return { value: answer };
  if (answer.error.param === "number") showProblem("number", answer.error.message);
  return { error: answer.error };
}

const ACTIONS = { validate, createMethod };

window.addEventListener("message", async ({ source, origin, data }) => {
  const action = ACTIONS[data?.localStripe];
  if (source !== window.parent || origin !== parentOrigin || !action) return;
  tell({ localStripe: "answer", id: data.id, answer: await action(data) });
});

form.addEventListener("input", (event) => {
  const { name, value, selectionStart } = event.target;
  const format = { number: formatNumber, expiry: formatExpiry }[name];
  const atEnd = selectionStart === value.length && !event.inputType?.startsWith("delete");
  if (format && atEnd) event.target.value = format(value);
  const complete = Object.values(CHECKS).every((check) => check() === "");
  const empty = ["number", "expiry", "cvc"].every((field) => valueOf(field) === "");
  tell({ localStripe: "change", detail: { complete, empty, collapsed: false, value: { type: "card" } } });
});
form.addEventListener("submit", (event) => event.preventDefault());

tell({ localStripe: "resize", height: document.documentElement.scrollHeight });
tell({ localStripe: "ready" });
