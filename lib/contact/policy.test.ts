import { expect, test } from "vitest";
import { shorten, toLine, toText } from "./policy";

test("texts keep their lines and lose what cannot be kept", () => {
  expect(toText("  one\r\ntwo\u0000\u0007\tthree \ud800 ")).toBe("one\ntwo\tthree \ufffd");
  expect(toLine("Bcc: x\r\nSubject:  hi\t!")).toBe("Bcc: x Subject: hi !");
});

test("what is too long is cut between letters", () => {
  expect(shorten("short", 10)).toBe("short");
  expect(shorten("👋👋👋👋", 3)).toBe("👋👋…");
});
