import { z } from "zod";
import { usageSchema } from "./schema";

/** For how many months each single use is remembered. It has a default, so it is known without the rest. */
export function findUsageMonths(): number {
  const { USAGE_RECORDS_MONTHS: value } = process.env;
  const set = value ? { USAGE_RECORDS_MONTHS: value } : {};
  return z.object(usageSchema).parse(set).USAGE_RECORDS_MONTHS;
}
