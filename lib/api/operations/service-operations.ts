import { z } from "zod";
import { defineOperation } from "../operation";
import { run } from "../schemas/run";
import { quote, service, serviceList, slug } from "../schemas/service";

const none = z.object({});
const ofService = z.object({ slug });
const inputProblems = [
  "services.not_found",
  "api.body_too_large",
  "api.unsupported_media_type",
  "services.invalid_input",
  "services.unusable_input",
  "services.switched_off",
  "services.misbehaved",
] as const;

export const listServicesOperation = defineOperation({
  id: "listServices",
  method: "get",
  path: "/services",
  summary: "List the services",
  description: "Every service that can be run now, with its price.",
  group: "Services",
  scope: "services:read",
  params: none,
  query: none,
  answer: { status: 200, description: "The services.", schema: serviceList },
  problems: [],
});

export const getServiceOperation = defineOperation({
  id: "getService",
  method: "get",
  path: "/services/{slug}",
  summary: "Get a service",
  description: "One service with the fields that it takes and the problems that its runs can end with.",
  group: "Services",
  scope: "services:read",
  params: ofService,
  query: none,
  answer: { status: 200, description: "The service.", schema: service },
  problems: ["services.not_found"],
});

export const quoteServiceOperation = defineOperation({
  id: "quoteService",
  method: "post",
  path: "/services/{slug}/quote",
  summary: "Quote a run",
  description:
    "What a run of this input would cost, and whether and how you could pay it now. Reserves nothing.",
  group: "Services",
  scope: "services:run",
  params: ofService,
  query: none,
  takesInput: true,
  answer: { status: 200, description: "The quote.", schema: quote },
  problems: inputProblems,
});

export const runServiceOperation = defineOperation({
  id: "runService",
  method: "post",
  path: "/services/{slug}/run",
  summary: "Run a service",
  description:
    "Reserves the quoted credits, runs, and takes what it really cost, at most the quote. Answers when the run has ended. A run that failed or timed out is an answer, too: look at `status`; it costs nothing. Send an `Idempotency-Key` to repeat the request safely for 24 hours: the repetition is answered with the first run. A refused request is not remembered. It counts against your plan's runs a day and a month when it begins, whatever its end; where there is no room, `quotas.exceeded` says until when. One person can start 60 runs a minute.",
  group: "Services",
  scope: "services:run",
  params: ofService,
  query: none,
  takesInput: true,
  repeatable: true,
  answer: { status: 201, description: "The run, ended.", schema: run },
  problems: [
    ...inputProblems,
    "credits.insufficient",
    "services.quote_changed",
    "api.run_in_progress",
    "api.idempotency_key_reused",
  ],
});

const ofRun = z.object({ id: z.uuid().meta({ description: "Of one of your runs." }) });

export const getRunOperation = defineOperation({
  id: "getRun",
  method: "get",
  path: "/runs/{id}",
  summary: "Get a run",
  description: "One of your runs, started here or on the site.",
  group: "Runs",
  scope: "services:run",
  params: ofRun,
  query: none,
  answer: { status: 200, description: "The run.", schema: run },
  problems: ["services.run_not_found"],
});

export const getRunFileOperation = defineOperation({
  id: "getRunFile",
  method: "get",
  path: "/runs/{id}/file",
  summary: "Download a run's file",
  description: "The file that a run made, for 24 hours.",
  group: "Runs",
  scope: "services:run",
  params: ofRun,
  query: none,
  answer: { status: 200, description: "The file, in the media type that the run names.", schema: "file" },
  problems: ["services.run_not_found"],
});
