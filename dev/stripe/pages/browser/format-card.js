/** `4242424242424242` → `4242 4242 4242 4242`; American Express groups by four, six and five. */
export function formatNumber(text) {
  const digits = text.replace(/\D/g, "");
  const groups = /^3[47]/.test(digits)
    ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)]
    : (digits.slice(0, 19).match(/.{1,4}/g) ?? []);
  return groups.filter(Boolean).join(" ");
}

/** `1234` → `12 / 34` */
export function formatExpiry(text) {
  const digits = text.replace(/\D/g, "").slice(0, 4);
  return digits.length >= 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}
