import { adjustmentActs, type AdjustmentAct } from "@/lib/credit-adjustments/types";

/** The fields of the first step, as typed. */
export interface WishFields {
  act: AdjustmentAct;
  amount: string;
  lasts: "forever" | "until";
  expires: string;
  asDebt: boolean;
  note: string;
}

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** One text, whatever was put into the address. */
export function readText(search: Search, name: string): string {
  const value = search[name];
  return (typeof value === "string" ? value : (value?.[0] ?? "")).slice(0, 500);
}

export function readWishFields(search: Search): WishFields {
  const act = readText(search, "act");
  return {
    act: adjustmentActs.find((known) => known === act) ?? "add",
    amount: readText(search, "amount"),
    lasts: readText(search, "lasts") === "until" ? "until" : "forever",
    expires: readText(search, "expires"),
    asDebt: readText(search, "asDebt") === "on",
    note: readText(search, "note"),
  };
}

/** As a form sends them. */
export function toFormValues({ asDebt, ...fields }: WishFields): Record<string, string> {
  return { ...fields, ...(asDebt ? { asDebt: "on" } : {}) };
}
