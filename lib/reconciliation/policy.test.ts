import { expect, test } from "vitest";
import { keyOf, readKey, requireOperator, spansOf } from "./policy";

test("only operators reconcile, and the log can name them", () => {
  expect(requireOperator({ kind: "system", name: "cli" })).toBe("system:cli");
  expect(requireOperator({ kind: "user", userId: "u", role: "admin", sessionId: "s" })).toBe("u");
  expect(() => requireOperator({ kind: "user", userId: "u", role: "member", sessionId: "s" })).toThrow(
    "reconciliation.forbidden",
  );
});

test("a key names an object and how it differs, and nothing else is one", () => {
  const named = { object: "payment", id: "pi_1", kind: "amount_differs" } as const;
  expect(readKey(keyOf({ ...named, reason: "amount" }))).toEqual(named);
  for (const key of ["", "payment:pi_1", "coin:pi_1:amount_differs:amount", "payment:pi_1:odd:amount"])
    expect(() => readKey(key)).toThrow("reconciliation.unknown_difference");
});

test("a month is read day by day, a longer time week by week, and the last piece ends with it", () => {
  const since = new Date("2026-01-01T00:00:00Z");
  const month = spansOf({ since, until: new Date("2026-02-01T00:00:00Z") });
  expect(month).toHaveLength(31);
  const longer = spansOf({ since, until: new Date("2026-02-01T00:00:01Z") });
  expect(longer).toHaveLength(5);
  expect(longer.at(-1)).toEqual({
    since: new Date("2026-01-29T00:00:00Z"),
    until: new Date("2026-02-01T00:00:01Z"),
  });
});
