import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { CreditAmount } from "./credit-amount";

const text = (element: React.ReactElement) => renderToStaticMarkup(element).replace(/<[^>]+>/g, "");

it.each([
  [{ creditsMilli: 1_250_000n }, "1,250"],
  [{ creditsMilli: 1_500n, unit: true }, "1.5 credits"],
  [{ creditsMilli: 1_000n, unit: true }, "1 credit"],
  [{ creditsMilli: 0n, unit: true }, "0 credits"],
  [{ creditsMilli: 500_000n, signed: true }, "+500"],
  [{ creditsMilli: -36_500n, signed: true }, "−36.5"],
  [{ creditsMilli: 0n, signed: true }, "0"],
])("shows %o as %s", (props, shown) => {
  expect(text(<CreditAmount {...props} />)).toBe(shown);
});

it("colours what came in, and only when it is signed", () => {
  expect(renderToStaticMarkup(<CreditAmount creditsMilli={1n} signed />)).toContain("text-positive");
  expect(renderToStaticMarkup(<CreditAmount creditsMilli={1n} />)).not.toContain("text-positive");
  expect(renderToStaticMarkup(<CreditAmount creditsMilli={-1n} signed />)).not.toContain("text-positive");
});
