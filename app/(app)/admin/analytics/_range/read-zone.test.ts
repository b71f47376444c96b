import { expect, it } from "vitest";
import { readZone } from "./read-zone";

it.each([
  ["", "UTC", false],
  ["utc", "UTC", false],
  ["europe/vienna", "Europe/Vienna", false],
  ["Moon/Tranquility", "UTC", true],
  ["'; DROP TABLE users", "UTC", true],
])("asked for %j answers in %s, with words: %s", (asked, zone, words) => {
  const read = readZone(asked);
  expect(read.zone).toBe(zone);
  expect(read.note !== null).toBe(words);
});
