// Convenience only: the form works without it.
import { formatExpiry, formatNumber } from "./format-card.js";

const form = document.querySelector("form[data-checkout]");

/** Formats while typing at the end; a correction in the middle is left alone. */
function formatAsTyped(name, format) {
  const input = form?.elements.namedItem(name);
  input?.addEventListener("input", (event) => {
    const atEnd = input.selectionStart === input.value.length;
    if (atEnd && !event.inputType?.startsWith("delete")) input.value = format(input.value);
  });
}

formatAsTyped("number", formatNumber);
formatAsTyped("expiry", formatExpiry);

form?.addEventListener("submit", (event) => {
  const button = form.querySelector("button[type=submit]");
  if (button.getAttribute("aria-disabled") === "true") event.preventDefault();
  button.setAttribute("aria-disabled", "true");
});
