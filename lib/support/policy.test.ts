import { expect, test } from "vitest";
import { fromCursor, toCursor } from "./policy";

test("a cursor that no page gave, or that no database takes, is none", () => {
  const id = "01a205d5-f23a-7638-bff7-4c19a67dff12";
  const place = { at: new Date("2026-11-23T01:00:00.123Z"), email: "ada@example.com", id };
  expect(fromCursor(toCursor(place))).toEqual(place);
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  for (const text of [
    ...[null, "", "x", "' OR 1=1 --", cursor(), cursor("x", "y", id), cursor(1, "y", "x")],
    ...[cursor(-1e14, "y", id), cursor(8.64e15, "y", id), cursor(1, "y\0", id), cursor(1, "\ud800", id)],
  ])
    expect(fromCursor(text)).toBeNull();
});
