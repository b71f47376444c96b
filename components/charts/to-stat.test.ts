import { expect, it } from "vitest";
import { formatMoney } from "@/lib/shared/format";
import { toStat } from "./to-stat";

const yen = (minor: bigint) => formatMoney(minor, "jpy");
const told = { label: "Lifetime value", format: yen, more: "good", why: "Nobody left" } as const;

it("tells a figure with its change, and not why there might have been none", () => {
  expect(toStat<bigint>({ ...told, now: 300n, before: 200n, trend: [200, 300] })).toEqual({
    ...{ label: "Lifetime value", text: "¥300", trend: [200, 300] },
    change: { direction: "up", mood: "good", text: "50% up from ¥200" },
  });
});

it("zero is a figure; where there is none it says why", () => {
  expect(toStat<bigint>({ ...told, now: 0n, before: null })).toEqual({ label: "Lifetime value", text: "¥0" });
  expect(toStat<bigint>({ ...told, now: null, before: 200n })).toEqual({
    ...{ label: "Lifetime value", text: "—", note: "Nobody left" },
  });
});
