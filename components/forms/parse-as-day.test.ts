import { expect, test } from "vitest";
import { parseAsDay } from "./parse-as-day";

test("takes days that a database can hold, and nothing else", () => {
  for (const day of ["0001-01-01", "2026-11-23", "2028-02-29", "9999-12-31"])
    expect(parseAsDay.serialize(parseAsDay.parse(day)!)).toBe(day);
  for (const text of [
    ...["", "0000-01-01", "-000001-01", "-200000-04", "+275760-09", "2026-13-01", "2026-11-99"],
    ...["2026-11-23T00:00:00Z", "23.11.2026", "' OR 1=1 --", "2026-11-2\0"],
  ])
    expect(parseAsDay.parse(text)).toBeNull();
});
