import { z } from "zod";
import { defineOperation } from "../operation";
import { balance, entryPage, entryQuery, usage, usageQuery } from "../schemas/account";

const none = z.object({});

export const getBalanceOperation = defineOperation({
  id: "getBalance",
  method: "get",
  path: "/balance",
  summary: "Get your balance",
  description: "What can be spent now, by kind, and what is on the account besides.",
  group: "Credits",
  scope: "credits:read",
  params: none,
  query: none,
  answer: { status: 200, description: "The balance.", schema: balance },
  problems: [],
});

export const listEntriesOperation = defineOperation({
  id: "listEntries",
  method: "get",
  path: "/entries",
  summary: "List credit entries",
  description:
    "The history of your credits, newest first. Read on with `nextCursor`: new entries never shift the pages.",
  group: "Credits",
  scope: "credits:read",
  params: none,
  query: entryQuery,
  answer: { status: 200, description: "A page of entries.", schema: entryPage },
  problems: [],
});

export const getUsageOperation = defineOperation({
  id: "getUsage",
  method: "get",
  path: "/usage",
  summary: "Get your usage",
  description: "Your runs and what they cost by day (UTC) and service, oldest first, for at most 366 days.",
  group: "Usage",
  scope: "usage:read",
  params: none,
  query: usageQuery,
  answer: { status: 200, description: "The usage.", schema: usage },
  problems: [],
});
