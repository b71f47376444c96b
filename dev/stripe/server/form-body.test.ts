import { describe, expect, it } from "vitest";
import { parseForm } from "./form-body";

const plain = (encoded: string): unknown => JSON.parse(JSON.stringify(parseForm(encoded)));

describe("parseForm", () => {
  it.each([
    ["a=1&b=two", { a: "1", b: "two" }],
    ["metadata[a b]=1", { metadata: { "a b": "1" } }],
    ["items[0][price]=p&items[1][price]=q", { items: { 0: { price: "p" }, 1: { price: "q" } } }],
    ["expand[]=a&expand[]=b", { expand: { 0: "a", 1: "b" } }],
    ["created%5Bgte%5D=5", { created: { gte: "5" } }],
    ["a=1&a=2", { a: "2" }],
    ["a[b]=1&a=2", { a: "2" }],
    ["name=%F0%9F%92%B3+%26", { name: "💳 &" }],
    ["", {}],
  ])("reads %s", (encoded, expected) => {
    expect(plain(encoded)).toEqual(expected);
  });

  it("keeps names that mean something to objects as plain names", () => {
    parseForm("__proto__[polluted]=yes&constructor[prototype][polluted]=yes");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(parseForm("__proto__[polluted]=yes"))).toEqual(["__proto__"]);
  });
});
