// Convenience only: the form works without it. Groups digits as they are typed and guards against a second click.
const form = document.querySelector("form[data-checkout]");
const groups = (digits) =>
  /^3[47]/.test(digits)
    ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)]
    : (digits.slice(0, 19).match(/.{1,4}/g) ?? []);

function keepCaret(input, format) {
  const atEnd = input.selectionStart === input.value.length;
  const next = format(input.value);
  if (atEnd && next !== input.value) input.value = next;
}

form?.elements.namedItem("number")?.addEventListener("input", (event) => {
  keepCaret(event.target, (value) => groups(value.replace(/\D/g, "")).filter(Boolean).join(" "));
});

form?.elements.namedItem("expiry")?.addEventListener("input", (event) => {
  if (event.inputType?.startsWith("delete")) return;
  keepCaret(event.target, (value) => {
    const digits = value.replace(/\D/g, "").slice(0, 4);
    return digits.length >= 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
  });
});

form?.addEventListener("submit", (event) => {
  const button = form.querySelector("button[type=submit]");
  if (button.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  button.setAttribute("aria-disabled", "true");
});
