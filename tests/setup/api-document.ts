import { Ajv2020 } from "ajv/dist/2020";
import { openApiDocument } from "@/lib/api";

export interface DocumentedOperation {
  operationId: string;
  parameters?: { name: string; in: "path" | "query" | "header"; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { headers?: object; content?: Record<string, { schema: object }> }>;
}

/** As a program reads it: through JSON. */
export const apiDocument = JSON.parse(JSON.stringify(openApiDocument())) as {
  openapi: string;
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, object> };
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat("uuid", /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
ajv.addFormat("binary", true);
ajv.addSchema(closed(apiDocument) as object, "api");

/** Programs must bear new fields; here a field that the document does not know is a mistake. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== "object" || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  return "properties" in copy && !("additionalProperties" in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

const escape = (part: string) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

/** What is not as the document says about this answer of this operation; nothing if all is. */
export async function findDeviations(operation: string, response: Response): Promise<string[]> {
  const [method = "", path = ""] = operation.split(" ");
  const documented = apiDocument.paths[path]?.[method]?.responses[String(response.status)];
  if (!documented) return [`${operation}: ${response.status} is not in the document`];
  const missing = Object.keys(documented.headers ?? {})
    .filter((name) => name !== "Idempotency-Replayed" && !response.headers.has(name))
    .map((name) => `${operation}: ${response.status} without ${name}`);
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  if (documented.content?.["*/*"]) return missing;
  if (!documented.content?.[type]) return [...missing, `${operation}: ${response.status} as "${type}"`];
  const pointer = ["paths", path, method, "responses", String(response.status), "content", type, "schema"];
  const validate = ajv.getSchema(`api#/${pointer.map(escape).join("/")}`);
  if (!validate) throw new Error(`no schema at ${pointer.join(" ")}`);
  const body: unknown = await response.clone().json();
  return validate(body) ? missing : [...missing, `${operation}: ${ajv.errorsText(validate.errors)}`];
}
