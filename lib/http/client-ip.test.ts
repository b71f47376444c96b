import { expect, test } from "vitest";
import { clientIp } from "./client-ip";

const header = "x-forwarded-for";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["10.0.0.1, 203.0.113.9", "203.0.113.9"],
  ["1.1.1.1, evil, 2001:db8::1 ", "2001:db8::1"],
  ["203.0.113.9, not-an-ip", null],
  ["203.0.113.9:4711", null],
  ["", null],
])("of %j believes only what the nearest proxy appended: %j", (value, ip) => {
  expect(clientIp(new Headers({ [header]: value }), header)).toBe(ip);
});

test("believes nothing without a configured header", () => {
  expect(
    clientIp(new Headers({ [header]: "203.0.113.9", "x-real-ip": "203.0.113.9" }), undefined),
  ).toBeNull();
});
