import fc from "fast-check";
import { expect, test } from "vitest";
import { isSecret, ownerOf, toSecret } from "./policy";

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a secret says its mode and is letters and figures, whatever the random bytes", () => {
  fc.assert(
    fc.property(bytes32, fc.constantFrom("live" as const, "test" as const), (bytes, mode) => {
      const secret = toSecret(mode, bytes);
      expect(secret).toMatch(new RegExp(`^qs_${mode}_[0-9A-Za-z]{43}$`));
      expect(isSecret(mode, secret)).toBe(true);
      expect(isSecret(mode === "live" ? "test" : "live", secret)).toBe(false);
    }),
  );
});

test("no two of them are one: all 256 bits are in it", () => {
  fc.assert(
    fc.property(bytes32, bytes32, (one, other) => {
      expect(toSecret("test", one) === toSecret("test", other)).toBe(Buffer.from(one).equals(other));
    }),
  );
  expect(toSecret("test", new Uint8Array(32).fill(255))).not.toContain("undefined");
});

test.each([
  "",
  "qs_test_",
  `qs_test_${"a".repeat(42)}`,
  `qs_test_${"a".repeat(44)}`,
  `qs_test_${"é".repeat(43)}`,
])("%j is none", (text) => {
  expect(isSecret("test", text)).toBe(false);
});

test("only people own keys", () => {
  expect(() => ownerOf({ kind: "system", name: "cli" })).toThrow("api_keys.owner_required");
});
