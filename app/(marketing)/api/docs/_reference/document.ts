import { openApiDocument } from "@/lib/api";

/** As much of JSON Schema as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  example?: unknown;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

export interface DocumentOperation {
  operationId: string;
  summary: string;
  description: string;
  tags: [string];
  deprecated?: boolean;
  parameters?: {
    name: string;
    in: "path" | "query" | "header";
    required?: boolean;
    description?: string;
    schema: Schema;
  }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}

export interface ApiDocument {
  info: { description: string };
  paths: Record<string, Record<string, DocumentOperation>>;
  components: { schemas: Record<string, Schema> };
}

/** The document as any reader of it has it: plain JSON. */
export function readDocument(): ApiDocument {
  return JSON.parse(JSON.stringify(openApiDocument())) as ApiDocument;
}

/** A schema itself, where the document only names it. */
export function resolve({ components }: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.replace("#/components/schemas/", "");
  return name === undefined ? schema : (components.schemas[name] ?? {});
}
