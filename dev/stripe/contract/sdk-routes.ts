import ts from "typescript";
import { type ContractRoute, type HttpMethod } from "./contract";
import { type JsonSchema } from "./json-schema";
import { type SchemaBuilder } from "./schema-builder";
import { openImplementation, type SdkProgram } from "./sdk-program";

interface Endpoint {
  method: HttpMethod;
  path: string;
}

/** Reads every v1 method of the SDK's resource classes. */
export function readSdkRoutes(sdk: SdkProgram, builder: SchemaBuilder): ContractRoute[] {
  return sdk.resourceFiles.flatMap((file) => {
    const implementation = openImplementation(file);
    const declarations = sdk.program.getSourceFile(file);
    if (!implementation || !declarations) return [];
    const endpoints = readEndpoints(implementation);
    return methodsOf(declarations).flatMap(({ id, node }) => {
      const endpoint = endpoints.get(id);
      if (!endpoint?.path.startsWith("/v1/")) return [];
      return {
        key: `${endpoint.method} ${endpoint.path}`,
        ...endpoint,
        ...readSignature(sdk, builder, node),
      };
    });
  });
}

function methodsOf(file: ts.SourceFile): { id: string; node: ts.MethodDeclaration }[] {
  return file.statements.filter(ts.isClassDeclaration).flatMap((cls) =>
    cls.members.filter(ts.isMethodDeclaration).map((node) => ({
      id: `${cls.name?.text ?? ""}.${node.name.getText(file)}`,
      node,
    })),
  );
}

function readEndpoints(implementation: ts.SourceFile): Map<string, Endpoint> {
  const endpoints = new Map<string, Endpoint>();
  for (const { id, node } of methodsOf(implementation)) {
    const visit = (child: ts.Node): void => {
      const endpoint = endpoints.has(id) ? null : endpointOfCall(child);
      if (endpoint) endpoints.set(id, endpoint);
      else ts.forEachChild(child, visit);
    };
    visit(node);
  }
  return endpoints;
}

/** Recognises `this._makeRequest('POST', `/v1/customers/${encodeURIComponent(id)}`, …)`. */
function endpointOfCall(node: ts.Node): Endpoint | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  if (node.expression.name.text !== "_makeRequest") return null;
  const [verb, url] = node.arguments;
  if (!verb || !url || !ts.isStringLiteral(verb)) return null;
  const template = url.getText().slice(1, -1);
  return {
    method: verb.text as HttpMethod,
    path: template.replace(/\$\{encodeURIComponent\((\w+)\)\}/g, "{$1}"),
  };
}

function readSignature(
  { checker }: SdkProgram,
  builder: SchemaBuilder,
  node: ts.MethodDeclaration,
): { params: JsonSchema; result: JsonSchema } {
  const signature = checker.getSignatureFromDeclaration(node);
  if (!signature) throw new Error(`${node.getText()} has no signature`);
  const symbol = signature.parameters.find((parameter) => parameter.name === "params");
  const type = symbol && checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, node));
  const params = (type && builder.convert(type)) ?? noParams();
  return { params, result: readResult(builder, checker.getReturnTypeOfSignature(signature)) };
}

function noParams(): JsonSchema {
  const expand: JsonSchema = { type: "array", items: { type: "string" } };
  return { type: "object", properties: { expand }, additionalProperties: false };
}

function readResult(builder: SchemaBuilder, returned: ts.Type): JsonSchema {
  const inner = builder.typeArgument(returned);
  if (!inner) return {};
  if (returned.getSymbol()?.name === "ApiListPromise") return builder.list(inner);
  if (returned.getSymbol()?.name === "ApiSearchResultPromise") return builder.searchResult(inner);
  const body = inner.aliasSymbol?.name === "Response" ? inner.aliasTypeArguments?.[0] : inner;
  return (body && builder.convert(body)) ?? {};
}
