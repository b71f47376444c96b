import { expect, test } from "vitest";
import { matchTotp } from "./match-totp";

/** "12345678901234567890" in base 32: the secret of RFC 6238, appendix B. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

// Of its codes of eight digits authenticators show the last six.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("agrees with RFC 6238, appendix B, at %i seconds", (seconds, code) => {
  const step = Math.floor(seconds / 30);
  const at = (offset: number) => matchTotp(secret, code, new Date((seconds + offset) * 1000));
  expect([at(0), at(30), at(-30)]).toEqual([step, step, step]);
  expect([at(90), seconds > 90 ? at(-90) : null]).toEqual([null, null]);
});
