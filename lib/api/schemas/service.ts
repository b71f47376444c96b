import { z } from "zod";
import { credits, maxCredits } from "./credits";

export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .meta({ description: "Names the service, for ever.", example: "text-statistics" });

const summary = {
  slug,
  title: z.string(),
  summary: z.string(),
  price: z
    .object({
      credits,
      per: z.string().meta({ description: "What one price is for.", example: "started 1,000 characters" }),
    })
    .nullable()
    .meta({ description: "Null for a free service." }),
};

export const serviceList = z
  .object({ data: z.array(z.object(summary).meta({ id: "ServiceSummary" })) })
  .meta({ id: "ServiceList" });

const field = z
  .object({
    name: z.string(),
    kind: z.enum(["text", "file", "choice", "number"]),
    label: z.string(),
    hint: z.string().nullable(),
    maxLength: z.int().nullable().meta({ description: "Of a text, in UTF-16 units." }),
    maxBytes: z.int().nullable().meta({ description: "Of a file." }),
    accept: z.array(z.string()).nullable().meta({ description: "Media types of a file." }),
    options: z.array(z.string()).nullable().meta({ description: "Of a choice." }),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
  })
  .meta({ id: "ServiceField" });

export const service = z
  .object({
    ...summary,
    fields: z.array(field).meta({ description: "What a run takes as input." }),
    problems: z
      .record(z.string(), z.string())
      .meta({ description: "Why a run of this service can fail, by code, in words for people." }),
  })
  .meta({ id: "Service" });

const maxFields = 40;

/** Values travel as text; figures may be figures. */
export const serviceCall = z
  .strictObject({
    input: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .refine((fields) => Object.keys(fields).length <= maxFields, { error: `At most ${maxFields} fields.` })
      .meta({ description: "The service's fields, by name.", example: { text: "The quick brown fox." } }),
    maxCredits: maxCredits.optional(),
  })
  .meta({ id: "ServiceCall" });

export const quote = z
  .object({
    quote: credits.meta({ description: "What the run would cost at most.", example: "1" }),
    available: credits.meta({ example: "500" }),
    missing: credits.meta({ description: "`0` when there is enough.", example: "0" }),
    payment: z
      .object({ subscription: credits.meta({ example: "1" }), payAsYouGo: credits.meta({ example: "0" }) })
      .nullable()
      .meta({ description: "How it would be paid; null when there is too little." }),
  })
  .meta({ id: "Quote" });
