import { expect, test } from "vitest";
import { placeOf } from "./place-of";

test.each([
  [null, ""],
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::", "2001:db8:1:2"],
  ["2001:0DB8:0001:0002:ffff::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
])("%j counts as the place %j", (ip, place) => {
  expect(placeOf(ip)).toBe(place);
});

test("IPv4 addresses written as IPv6 stay apart from each other", () => {
  expect(placeOf("::ffff:203.0.113.9")).toBe(placeOf("::ffff:cb00:7109"));
  expect(placeOf("::ffff:203.0.113.9")).not.toBe(placeOf("::ffff:203.0.113.10"));
});
