import { expect, test } from "vitest";
import { isNextCount, isPlainAttestation, siteOf } from "./policy";

test.each([
  [0n, 0n, true],
  [0n, 1n, true],
  [1n, 2n, true],
  [1n, 1n, false],
  [2n, 1n, false],
  [1n, 0n, false],
])("after %s uses, a count of %s is the next: %s", (stored, told, isNext) => {
  expect(isNextCount(stored, told)).toBe(isNext);
});

test.each([
  ["none", false, true],
  ["packed", false, true],
  ["packed", true, false],
  ["android-key", true, false],
  ["tpm", false, false],
])(
  "the word of a maker of the kind %s, with certificates %s, is left unread: %s",
  (kind, certified, isPlain) => {
    expect(isPlainAttestation(kind, certified)).toBe(isPlain);
  },
);

test("passkeys belong to the host, and answers come from the origin", () => {
  expect(siteOf("https://app.example.com:8443")).toEqual({
    rpId: "app.example.com",
    origin: "https://app.example.com:8443",
  });
  expect(siteOf("http://localhost:3000").rpId).toBe("localhost");
});
