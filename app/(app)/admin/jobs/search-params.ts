import type { Route } from "next";
import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { jobStates } from "@/lib/queue/types";

const parsers = {
  name: parseAsString,
  state: parseAsStringLiteral(jobStates),
  before: parseAsString,
  after: parseAsString,
};

export const loadJobSearch = createLoader(parsers);
const serialize = createSerializer<typeof parsers, string, Route>(parsers);

export const toJobsHref = (search: Parameters<typeof serialize>[1]): Route =>
  serialize("/admin/jobs", search);
