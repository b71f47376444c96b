import type { Route } from "next";
import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** What was done a moment ago, for the page to tell. */
const doneChoices = ["changed", "planned", "undone", "canceled", "resumed"] as const;
export type Done = (typeof doneChoices)[number];

export const intervals = ["month", "year"] as const;

const plansParsers = {
  interval: parseAsStringLiteral(intervals),
  /** The lookup key of a plan that was chosen elsewhere. */
  plan: parseAsString,
  /** The lookup key of the plan to change to: opens its preview. */
  to: parseAsString,
  /** Opens the question whether to cancel. */
  cancel: parseAsBoolean,
  done: parseAsStringLiteral(doneChoices),
  /** Somebody came back from Stripe's page without having paid. */
  canceled: parseAsString,
};

export const loadPlansSearch = createLoader(plansParsers);
const serialize = createSerializer<typeof plansParsers, string, Route>(plansParsers);

export const toPlansHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/billing/plans", search);
