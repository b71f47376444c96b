import { describe, expect, it } from "vitest";
import { matchesSearch, parseSearch } from "./search-query";

const charge = {
  amount: 1500,
  status: "succeeded",
  email: "Mia@Example.com",
  customer: null,
  metadata: { plan: "pro", note: 'a "b"' },
};

describe("search queries", () => {
  it.each([
    ['status:"succeeded"', true],
    ["status:'failed'", false],
    ['-status:"failed"', true],
    ['email~"example"', true],
    ["amount>1499 AND amount<=1500", true],
    ["amount>1500 OR amount<1500", false],
    ['metadata["plan"]:"pro"', true],
    ["metadata['note']:'a \"b\"'", true],
    ['metadata["note"]:"a \\"b\\""', true],
    ["customer:null", true],
    ["status:null", false],
    ['status:"succeeded" metadata["plan"]:"free"', false],
  ])("%s is %s", (query, expected) => {
    expect(matchesSearch(parseSearch(query), charge)).toBe(expected);
  });

  it.each(["", "status", 'status:"a" AND', 'status:"a" AND amount>1 OR amount<2', 'status="a"'])(
    "refuses %s",
    (query) => {
      expect(() => parseSearch(query)).toThrow();
    },
  );
});
