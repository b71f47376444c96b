import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { parseAsDay } from "@/components/forms/parse-as-day";
import { auditActions } from "@/lib/audit/types";

const filterParsers = {
  /** An address, or an id, of who acted. */
  by: parseAsString.withDefault(""),
  /** An address, or an id, of the person or thing that it concerned. */
  of: parseAsString.withDefault(""),
  action: parseAsStringLiteral(auditActions),
  from: parseAsDay,
  to: parseAsDay,
};

const auditParsers = { ...filterParsers, before: parseAsString, after: parseAsString };

export type AuditSearch = inferParserType<typeof filterParsers>;

export const loadAuditSearch = createLoader(auditParsers);
const serialize = createSerializer<typeof auditParsers, string, Route>(auditParsers);

export const toAuditHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/audit", search);
export const toExportHref = (search: AuditSearch): string => serialize("/admin/audit/export", search);
