import type { Appearance } from "@stripe/stripe-js";

/** The page's own colour, as the browser has computed it for the present theme. */
function colour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
}

/** Makes Stripe's fields look like ours. https://docs.stripe.com/elements/appearance-api */
export function elementAppearance(): Appearance {
  return {
    theme: document.documentElement.classList.contains("dark") ? "night" : "stripe",
    variables: {
      colorPrimary: colour("accent"),
      colorBackground: colour("surface"),
      colorText: colour("ink"),
      colorTextSecondary: colour("ink-muted"),
      colorDanger: colour("danger"),
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSizeBase: "14px",
      borderRadius: "8px",
    },
  };
}
