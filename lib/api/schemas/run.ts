import { z } from "zod";
import { credits } from "./credits";
import { slug } from "./service";

export const run = z
  .object({
    id: z.uuid(),
    service: slug,
    status: z.enum(["running", "succeeded", "failed", "timed_out", "abandoned"]).meta({
      description: "Only a run that succeeded was charged. An abandoned one was lost with its server.",
      example: "succeeded",
    }),
    quoted: credits.meta({ example: "1" }),
    charged: credits.meta({ description: "What was taken: never more than was quoted.", example: "1" }),
    fromSubscription: credits.meta({ example: "1" }),
    fromPayAsYouGo: credits.meta({ example: "0" }),
    balanceAfter: credits
      .nullable()
      .meta({ description: "What was left right after; null without a charge.", example: "499" }),
    problem: z
      .string()
      .nullable()
      .meta({ description: "Why it did not succeed: a code of the service's, or ours.", example: null }),
    output: z.unknown().meta({
      description: "The service’s result; null unless the run succeeded.",
      example: { words: 4, sentences: 1 },
    }),
    file: z
      .object({
        name: z.string(),
        mediaType: z.string(),
        byteSize: z.int(),
        url: z.string().meta({ description: "Of the file, under the address of this API's host." }),
        availableUntil: z.iso.datetime(),
      })
      .nullable()
      .meta({ description: "The file that the run made, for 24 hours.", example: null }),
    inputBytes: z.int(),
    durationMs: z.int().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Run" });
