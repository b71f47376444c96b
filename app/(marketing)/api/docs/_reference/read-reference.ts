import { readDocument, resolve, type ApiDocument, type DocumentOperation, type Schema } from "./document";
import { toCurl } from "./to-curl";
import { toExample } from "./to-example";

export interface FieldView {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  paragraphs: string[];
  deprecated: boolean;
  parameters: (FieldView & { place: string })[];
  body: FieldView[];
  curl: string;
  answer: { status: string; fields: FieldView[]; example: string | null };
  problems: string[];
}

export interface ProblemView {
  code: string;
  status: string;
  title: string;
  facts: string[];
}

const shared = new Set(["type", "title", "status", "code", "requestId"]);

function toType(document: ApiDocument, asked: Schema): string {
  const schema = resolve(document, asked);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map((part) => toType(document, part)))].join(" | ");
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? "anything"];
  return types.map((type) => toPlainType(document, schema, type)).join(" | ");
}

function toPlainType(document: ApiDocument, schema: Schema, type: string): string {
  if (type === "array") return `list of ${toType(document, schema.items ?? {})}`;
  return schema.format && type === "string" ? schema.format : type;
}

function toFields(document: ApiDocument, asked: Schema | undefined): FieldView[] {
  const { properties = {}, required = [] } = resolve(document, asked ?? {});
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: toType(document, field),
    required: required.includes(name),
    description: field.description ?? resolve(document, field).description ?? "",
  }));
}

function toAnswer(document: ApiDocument, { responses }: DocumentOperation): OperationView["answer"] {
  const [status = "200", response] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  const schema = response?.content?.["application/json"]?.schema;
  return {
    status,
    fields: toFields(document, schema),
    example: schema ? JSON.stringify(toExample(document, schema), null, 2) : null,
  };
}

const problemType = "application/problem+json";

function problemSchemas(document: ApiDocument, { responses }: DocumentOperation): Schema[] {
  return Object.values(responses).flatMap(({ content }) => {
    const schema = content?.[problemType]?.schema;
    return schema ? (schema.anyOf ?? [schema]).map((part) => resolve(document, part)) : [];
  });
}

const codeOf = ({ properties }: Schema) => String(properties?.code?.const ?? properties?.code?.enum?.[0]);

function toOperation(
  document: ApiDocument,
  { method, path, operation }: { method: string; path: string; operation: DocumentOperation },
): OperationView {
  const { operationId: id, summary, description, parameters = [], requestBody } = operation;
  const json = requestBody?.content?.["application/json"]?.schema;
  return {
    ...{ id, method, path, summary, deprecated: operation.deprecated ?? false },
    paragraphs: description.split("\n\n"),
    parameters: parameters.map(({ name, in: place, required = false, schema, description: words }) => ({
      ...{ name, place, required },
      type: toType(document, schema),
      description: words ?? schema.description ?? "",
    })),
    body: toFields(document, json),
    curl: toCurl({
      ...{ method, path },
      body: json ? toExample(document, json) : null,
      repeatable: parameters.some(({ in: place }) => place === "header"),
      saves: !toAnswer(document, operation).example,
    }),
    answer: toAnswer(document, operation),
    problems: [...new Set(problemSchemas(document, operation).map(codeOf))],
  };
}

function listOperations(document: ApiDocument) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

function toProblems(document: ApiDocument): ProblemView[] {
  const schemas = listOperations(document).flatMap(({ operation }) => problemSchemas(document, operation));
  const views = schemas.map((schema): [string, ProblemView] => {
    const { properties = {}, description = "" } = schema;
    const status = String(properties.status?.const ?? properties.status?.enum?.[0]);
    const facts = Object.keys(properties).filter((name) => !shared.has(name));
    return [codeOf(schema), { code: codeOf(schema), status, title: description, facts }];
  });
  return [...new Map(views).values()].sort((a, b) => a.status.localeCompare(b.status));
}

/** The document in the order and words of the page. */
export function readReference() {
  const document = readDocument();
  const operations = listOperations(document);
  const groups = [...new Set(operations.map(({ operation }) => operation.tags[0]))];
  return {
    intro: document.info.description.split("\n\n"),
    groups: groups.map((name) => ({
      name,
      operations: operations
        .filter(({ operation }) => operation.tags[0] === name)
        .map((entry) => toOperation(document, entry)),
    })),
    problems: toProblems(document),
  };
}
