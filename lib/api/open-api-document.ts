import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { sharedProblems, type Operation } from "./operation";
import { operations } from "./operations";
import { problemKinds, toProblemSchema, type ProblemCode } from "./problems";
import { serviceCall } from "./schemas/service";

type Responses = RouteConfig["responses"];
type Headers = Record<string, { description: string; schema: { type: "string" } }>;

const header = (description: string) => ({ description, schema: { type: "string" as const } });

const everyHeader: Headers = { "X-Request-Id": header("Names this request in our logs.") };
const limitedHeaders: Headers = {
  ...everyHeader,
  "RateLimit-Policy": header(
    "The limits of your plan: `q` requests in the `w` seconds of a minute or month.",
  ),
  RateLimit: header("What is left of each: `r` requests, for the next `t` seconds."),
};

const problemSchemas = new Map<ProblemCode, z.ZodType>();

function problemSchemaOf(code: ProblemCode): z.ZodType {
  const schema = problemSchemas.get(code) ?? toProblemSchema(code);
  problemSchemas.set(code, schema);
  return schema;
}

function toProblemResponse(codes: readonly ProblemCode[]): Responses[string] {
  const schemas = codes.map(problemSchemaOf);
  const schema = schemas.length === 1 && schemas[0] ? schemas[0] : z.union(schemas);
  return {
    description: codes.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join(" "),
    headers: everyHeader,
    content: { "application/problem+json": { schema } },
  };
}

function toProblemResponses({ problems }: Operation): Responses {
  const codes = [...sharedProblems, ...problems];
  const statuses = [...new Set(codes.map((code) => problemKinds[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      toProblemResponse(codes.filter((code) => problemKinds[code].status === status)),
    ]),
  );
}

function toAnswer({ answer, repeatable }: Operation): Responses[string] {
  const { description, schema } = answer;
  return {
    description,
    headers: repeatable
      ? { ...limitedHeaders, "Idempotency-Replayed": header("`true` when the first run is told again.") }
      : limitedHeaders,
    content:
      schema === "file"
        ? { "*/*": { schema: { type: "string", format: "binary" } } }
        : { "application/json": { schema } },
  };
}

const idempotencyKey = z.object({
  "Idempotency-Key": z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .meta({ description: "Made by you, once per thing that is to happen; a UUID is good." }),
});

const inputBody = {
  required: true,
  content: {
    "application/json": { schema: serviceCall },
    "multipart/form-data": {
      schema: {
        type: "object" as const,
        description: "The service's fields, files among them, and `maxCredits` if you want it.",
        additionalProperties: { type: "string" as const },
      },
    },
  },
};

const hasKeys = (schema: z.ZodType) => schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0;

function toRoute(operation: Operation): RouteConfig {
  const { id, method, path, summary, description, group, scope, params, query, answer } = operation;
  return {
    ...{ method, path, summary, operationId: id, tags: [group] },
    description: `${description}\n\nNeeds the scope \`${scope}\`.`,
    security: [{ apiKey: [] }],
    ...(operation.retirement ? { deprecated: true } : {}),
    request: {
      ...(hasKeys(params) ? { params: params as z.ZodObject } : {}),
      ...(hasKeys(query) ? { query: query as z.ZodObject } : {}),
      ...(operation.repeatable ? { headers: idempotencyKey } : {}),
      ...(operation.takesInput ? { body: inputBody } : {}),
    },
    responses: { [String(answer.status)]: toAnswer(operation), ...toProblemResponses(operation) },
  };
}

const about = `Programs spend credits here as people do on the site.

Send a key of yours as \`Authorization: Bearer qs_…\`. Amounts of credits are decimal text such as \`"12.5"\`: exact, where a number would not be. Times are ISO 8601 in UTC. How many requests a minute and a month you may make is up to your plan; \`RateLimit\` says what is left. Minutes and months are those of UTC.

What is refused is answered with problem+json (RFC 9457): read its \`code\`, which never changes. Fields may be added to answers at any time. An operation that is to go says so for six months before, with \`Deprecation\` and \`Sunset\` headers.`;

function createDocument(all: readonly Operation[]) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description: "A key from Settings, API keys.",
  });
  for (const operation of all) registry.registerPath(toRoute(operation));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "QuickScale API", version: "1.0.0", description: about },
    servers: [{ url: "/api/v1" }],
  });
}

let own: ReturnType<typeof createDocument> | undefined;

/** The OpenAPI 3.1 document of the API, made from the schemas that the handlers themselves use. */
export function openApiDocument() {
  own ??= createDocument(operations);
  return own;
}
