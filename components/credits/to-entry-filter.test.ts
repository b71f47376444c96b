import { describe, expect, it } from "vitest";

import { loadHistorySearch, toHistorySearch } from "./history-search";
import { isFiltered, toEntryFilter } from "./to-entry-filter";

const read = (query: string) => loadHistorySearch(new URLSearchParams(query));

describe("the address of the history", () => {
  it("asks for everything when it says nothing", () => {
    expect(toEntryFilter(read(""))).toEqual({});
    expect(isFiltered(read(""))).toBe(false);
  });

  it("names movements and kinds in people's words and asks in the ledger's", () => {
    expect(toEntryFilter(read("movement=used&kind=payg"))).toEqual({
      reasons: ["spend", "capture"],
      kinds: ["payg", "promo", "admin"],
    });
  });

  it("counts the last day in", () => {
    expect(toEntryFilter(read("from=2026-11-01&to=2026-11-30"))).toEqual({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-12-01T00:00:00Z"),
    });
  });

  it.each([
    ["q=%00", {}],
    ["q=%20%20", {}],
    ["q=a%00b", { search: "ab" }],
    ["q=%F0%9F%92%A1", { search: "💡" }],
    ["movement=grant", {}],
    ["kind=promo", {}],
    ["from=yesterday&to=2026-99-99", {}],
  ])("takes %s as what it can mean", (query, filter) => {
    expect(toEntryFilter(read(query))).toEqual(filter);
  });

  it("searches for at most 100 characters", () => {
    expect(toEntryFilter(read(`q=${"x".repeat(10_000)}`)).search).toHaveLength(100);
  });

  it.each(["-1", "1.5", "abc", "99999999999999999999", "9223372036854775808", ""])(
    "ignores the cursor %j",
    (cursor) => {
      expect(read(`before=${cursor}`).before).toBeNull();
    },
  );

  it("keeps the largest entry number exact on the way to an address and back", () => {
    const before = 9_223_372_036_854_775_807n;
    const address = toHistorySearch("/credits/history", { before, movement: "used" });
    expect(address).toBe("/credits/history?movement=used&before=9223372036854775807");
    expect(read(address.split("?")[1]!).before).toBe(before);
  });
});
