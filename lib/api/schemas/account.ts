import { z } from "zod";
import { creditKinds, entryReasons } from "@/lib/credits/types";
import { credits } from "./credits";
import { slug } from "./service";

export const balance = z
  .object({
    available: credits.meta({ description: "What can be spent now.", example: "500" }),
    subscription: credits.meta({ example: "300" }),
    payAsYouGo: credits.meta({ example: "200" }),
    held: credits.meta({ description: "Reserved by runs that are going on.", example: "0" }),
    frozen: credits.meta({ description: "Blocked by an open payment dispute.", example: "0" }),
    debt: credits.meta({ description: "Owed; the next credits that arrive repay it first.", example: "0" }),
  })
  .meta({ id: "Balance" });

const entry = z
  .object({
    id: z
      .string()
      .regex(/^\d{1,18}$/)
      .meta({ description: "Counts up from 1, without gaps.", example: "42" }),
    reason: z.enum(entryReasons).meta({ example: "capture" }),
    change: credits.meta({ example: "-1" }),
    balanceAfter: credits.meta({ example: "499" }),
    debtChange: credits.meta({ example: "0" }),
    reference: z.string().meta({
      description: "What it was for, such as `run:{id}`.",
      example: "run:0190a0a0-7c1e-7000-8000-3f6c2b1d9e42",
    }),
    description: z.string().meta({ example: "Text statistics" }),
    kinds: z.array(z.object({ kind: z.enum(creditKinds), credits: credits.meta({ example: "1" }) })),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Entry" });

export const entryPage = z
  .object({
    data: z.array(entry),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: "For `cursor`, to read on; null at the end.", example: "42" }),
  })
  .meta({ id: "EntryPage" });

export const entryQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "Entries of a page." }),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: "The `nextCursor` of the page before." }),
});

const day = z.iso.date();

export const usage = z
  .object({
    from: day,
    to: day,
    data: z.array(
      z
        .object({
          day,
          service: slug,
          runs: z.int(),
          succeeded: z.int(),
          credits,
        })
        .meta({ id: "DailyUsage" }),
    ),
    total: z.object({ runs: z.int(), succeeded: z.int(), credits }),
  })
  .meta({ id: "Usage" });

const maxDays = 366;
const dayMs = 24 * 60 * 60 * 1000;
const firstYear = "2000-01-01";
const lastDay = "2999-12-31";

export const usageQuery = z
  .object({
    from: day.optional().meta({ description: "First day, in UTC. By default 29 days before the last." }),
    to: day.optional().meta({ description: "Last day, in UTC. By default today." }),
  })
  .refine(({ from = firstYear, to = lastDay }) => from >= firstYear && to <= lastDay && from <= to, {
    error: "The first day is not after the last.",
    path: ["from"],
  })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) < maxDays * dayMs, {
    error: `At most ${maxDays} days.`,
    path: ["from"],
  });
