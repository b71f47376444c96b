import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { differenceKinds } from "@/lib/reconciliation/types";

const kind = parseAsStringLiteral(differenceKinds);

const runParsers = { kind, after: parseAsString };
export const loadRunSearch = createLoader(runParsers);
const serializeRun = createSerializer<typeof runParsers, string, Route>(runParsers);
export const toRunHref = (id: string, search: Parameters<typeof serializeRun>[1] = {}): Route =>
  serializeRun(`/admin/reconciliation/${id}`, search);

const repairParsers = {
  ...{ key: parseAsString, run: parseAsString, kind },
  done: parseAsStringLiteral(["repaired", "nothing_to_do", "remains", "not_repairable", "would_be_repaired"]),
};
export const loadRepairSearch = createLoader(repairParsers);
const serializeRepair = createSerializer<typeof repairParsers, string, Route>(repairParsers);
export const toRepairHref = (search: Parameters<typeof serializeRepair>[1]): Route =>
  serializeRepair("/admin/reconciliation/repair", search);

export const loadListSearch = createLoader({ before: parseAsString });
