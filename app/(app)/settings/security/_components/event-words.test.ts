import { expect, test } from "vitest";
import { toEventWords } from "./event-words";

test("an event is told in words, also one that this release does not know", () => {
  expect(toEventWords("password_changed")).toBe("Password changed");
  expect(toEventWords("sent_to_the_moon")).toBe("sent to the moon");
  expect(toEventWords("constructor")).toBe("constructor");
});
