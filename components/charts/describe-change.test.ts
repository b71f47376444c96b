import { expect, it } from "vitest";
import { formatCount, formatMoney, formatShare } from "@/lib/shared/format";
import { describeChange } from "./describe-change";

const dollars = (minor: bigint) => formatMoney(minor, "usd");
const change = (now: bigint | null, before: bigint | null) =>
  describeChange({ now, before, format: dollars, more: "good" });

it.each([
  [11_240n, 10_000n, { direction: "up", mood: "good", text: "12.4% up from $100.00" }],
  [5_000n, 10_000n, { direction: "down", mood: "bad", text: "50% down from $100.00" }],
  [10_000n, 10_000n, { direction: "level", text: "As before, $100.00" }],
  [10_000n, 0n, { direction: "up", mood: "good", text: "Up from $0.00" }],
  [-500n, 1_000n, { direction: "down", mood: "bad", text: "Down from $10.00" }],
  [-500n, -1_000n, { direction: "up", mood: "good", text: "50% up from −$10.00" }],
  [90_000n, 1_000n, { direction: "up", mood: "good", text: "Up 90-fold from $10.00" }],
  [-20_000n, -1_000n, { direction: "down", mood: "bad", text: "Down 20-fold from −$10.00" }],
])("%s after %s", (now, before, told) => {
  expect(change(now, before)).toEqual({ change: told });
});

it("is not told without something to compare", () => {
  expect(change(1n, null)).toEqual({});
  expect(change(null, 1n)).toEqual({});
});

it("shares move by points, and more of what is bad is bad", () => {
  expect(
    describeChange({ now: 0.05, before: 0.032, format: formatShare, more: "bad", points: true }),
  ).toEqual({ change: { direction: "up", mood: "bad", text: "1.8 points up from 3.2%" } });
});

it("who prefers neither is told in neutral", () => {
  expect(describeChange({ now: 4, before: 2, format: formatCount, more: "neutral" })).toEqual({
    change: { direction: "up", mood: "neutral", text: "100% up from 2" },
  });
});
