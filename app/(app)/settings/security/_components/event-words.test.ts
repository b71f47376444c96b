import { expect, test } from "vitest";
import { securityEventKinds } from "@/lib/security-log/types";
import { toEventWords } from "./event-words";

test("every event is told in words of its own, also one that this release does not know", () => {
  expect(new Set(securityEventKinds.map(toEventWords)).size).toBe(securityEventKinds.length);
  expect(toEventWords("password_changed")).toBe("Password changed");
  expect(toEventWords("sent_to_the_moon")).toBe("sent to the moon");
  expect(toEventWords("constructor")).toBe("constructor");
});
