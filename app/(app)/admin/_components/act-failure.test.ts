import { expect, test } from "vitest";
import { toActFailure, toFormFailure } from "./act-failure";

const words = { "a.known": { title: "Known." } };
const shown = ["reason", "typed"];

test("a bug promises nothing of what was done, and names where the log tells of it", () => {
  const { detail } = toActFailure({ code: "internal", meta: {}, reference: "r-1" }, words);
  expect(detail).toBe("Look whether it was done before you try again. The log knows more of it under r-1.");
});

test("a form tells what failed, and what was refused in a field that it does not show", () => {
  const refused = (name: string) => ({ failure: null, fieldErrors: { [name]: ["Use one line."] } });
  expect(toFormFailure({ failure: null, fieldErrors: {} }, { words, shown })).toBeNull();
  expect(toFormFailure(refused("reason"), { words, shown })).toBeNull();
  expect(toFormFailure(refused("note"), { words, shown })).toEqual({
    title: "Something above is not as it should be.",
    detail: "Use one line. Nothing was done. Preview it again.",
  });
  const failure = { code: "a.known", meta: {} };
  expect(toFormFailure({ ...refused("note"), failure }, { words, shown })).toEqual({ title: "Known." });
});
