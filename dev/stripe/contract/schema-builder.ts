import path from "node:path";
import ts from "typescript";
import { type JsonSchema } from "./json-schema";
import { type SdkProgram } from "./sdk-program";

const OPAQUE_TYPES = new Set(["Buffer", "Uint8Array", "Function", "Date"]);
/** TypeScript has one number type; Stripe has integers everywhere but in these. */
const FRACTIONAL =
  /percent|rate|latitude|longitude|score|odometer|^(height|length|weight|width|value|aggregated_value)$/;
const DECIMAL: JsonSchema = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$" };

/** Turns TypeScript types of the SDK into JSON Schemas; interfaces become named, shared schemas. */
export class SchemaBuilder {
  readonly schemas: Record<string, JsonSchema> = {};
  readonly #names = new Map<ts.Symbol, string>();
  readonly #taken = new Set<string>();
  readonly #checker: ts.TypeChecker;
  readonly #resources: string;

  constructor(sdk: SdkProgram) {
    this.#checker = sdk.checker;
    this.#resources = path.join(sdk.root, "resources");
  }

  /** Null for types that hold no value on the wire (`undefined`, `void`, `never`). */
  convert(type: ts.Type, property = ""): JsonSchema | null {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never | ts.TypeFlags.Void)) return null;
    const primitive = this.#primitive(type, property);
    if (primitive) return primitive;
    if (type.isUnion()) return this.#union(type, property);
    return this.#objectLike(type, property);
  }

  list(item: ts.Type): JsonSchema {
    return {
      type: "object",
      required: ["object", "data", "has_more", "url"],
      additionalProperties: false,
      properties: {
        object: { const: "list" },
        data: { type: "array", items: this.convert(item) ?? {} },
        has_more: { type: "boolean" },
        url: { type: "string" },
        total_count: { type: "integer" },
      },
    };
  }

  searchResult(item: ts.Type): JsonSchema {
    return {
      type: "object",
      required: ["object", "data", "has_more", "url"],
      additionalProperties: false,
      properties: {
        object: { const: "search_result" },
        data: { type: "array", items: this.convert(item) ?? {} },
        has_more: { type: "boolean" },
        next_page: { anyOf: [{ type: "string" }, { type: "null" }] },
        url: { type: "string" },
        total_count: { type: "integer" },
      },
    };
  }

  typeArgument(type: ts.Type): ts.Type | undefined {
    return this.#checker.getTypeArguments(type as ts.TypeReference)[0] ?? type.aliasTypeArguments?.[0];
  }

  #primitive(type: ts.Type, property: string): JsonSchema | null {
    if (type.flags & ts.TypeFlags.Null) return { type: "null" };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.#isTrue(type) };
    if (isOpenString(type) || type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral))
      return { type: "string" };
    if (type.flags & (ts.TypeFlags.Number | ts.TypeFlags.BigInt))
      return { type: FRACTIONAL.test(property) ? "number" : "integer" };
    if (type.flags & ts.TypeFlags.Boolean) return { type: "boolean" };
    return null;
  }

  #isTrue(type: ts.Type): boolean {
    return this.#checker.typeToString(type) === "true";
  }

  #union(type: ts.UnionType, property: string): JsonSchema | null {
    const literals = type.types.filter((member) => member.isStringLiteral()).map((member) => member.value);
    const booleans = type.types.filter((member) => member.flags & ts.TypeFlags.BooleanLiteral);
    let others = type.types.filter(
      (member) => !member.isStringLiteral() && !(member.flags & ts.TypeFlags.BooleanLiteral),
    );
    // Open enums are closed: what the SDK does not name, the stand-in neither sends nor accepts.
    if (literals.some((literal) => literal !== "")) others = others.filter((member) => !isOpenString(member));
    const parts = mergeObjects(others.flatMap((member) => this.convert(member, property) ?? []));
    if (literals.length > 0) parts.push({ enum: literals });
    if (booleans.length === 2) parts.push({ type: "boolean" });
    else if (booleans[0]) parts.push({ const: this.#isTrue(booleans[0]) });
    return parts.length > 1 ? { anyOf: parts } : (parts[0] ?? null);
  }

  #objectLike(type: ts.Type, property: string): JsonSchema {
    const checker = this.#checker;
    const symbol = type.getSymbol();
    const name = symbol?.name ?? "";
    if (checker.isArrayType(type)) {
      const item = checker.getTypeArguments(type as ts.TypeReference)[0];
      return { type: "array", items: (item && this.convert(item, property)) ?? {} };
    }
    if (type.aliasSymbol?.name === "Decimal" || name === "Decimal") return DECIMAL;
    if (name === "ApiList") return this.#listOf(type);
    if (OPAQUE_TYPES.has(name)) return {};
    if (symbol && symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class))
      return this.#named(type, symbol);
    return this.#object(type);
  }

  #listOf(type: ts.Type): JsonSchema {
    const item = this.typeArgument(type);
    if (!item) throw new Error("A list without an item type");
    return this.list(item);
  }

  #named(type: ts.Type, symbol: ts.Symbol): JsonSchema {
    const name = this.#nameOf(symbol);
    let schema = this.schemas[name];
    if (!schema) {
      // Registered before it is filled: Stripe's objects refer to each other in circles.
      schema = this.schemas[name] = {};
      Object.assign(schema, this.#object(type));
    }
    const kind = type.getProperty("object");
    const kindType = kind && this.#checker.getTypeOfSymbol(kind);
    if (!kindType?.isStringLiteral()) return { ref: name };
    return kindType.value === "event" ? { stripeEvent: true } : { stripeObject: [name] };
  }

  #object(type: ts.Type): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const symbol of this.#checker.getPropertiesOfType(type)) {
      // Keys that are symbols are in no JSON; the compiler numbers them as it goes.
      if (symbol.name === "lastResponse" || symbol.name.startsWith("__@")) continue;
      const schema = this.#property(symbol);
      if (!schema) continue;
      properties[symbol.name] = schema;
      if (!(symbol.flags & ts.SymbolFlags.Optional)) required.push(symbol.name);
    }
    const index = this.#checker.getIndexInfosOfType(type)[0];
    return {
      type: "object",
      properties,
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: index ? (this.convert(index.type) ?? true) : false,
    };
  }

  #property(symbol: ts.Symbol): JsonSchema | null {
    // Stripe documents these as fragments of the object; the SDK types them as if they were whole.
    if (symbol.name === "previous_attributes") return { type: "object" };
    return this.convert(this.#checker.getTypeOfSymbol(symbol), symbol.name);
  }

  #nameOf(symbol: ts.Symbol): string {
    const known = this.#names.get(symbol);
    if (known) return known;
    const declaration = symbol.declarations?.[0];
    if (!declaration) throw new Error(`${symbol.name} has no declaration`);
    const file = path.relative(this.#resources, declaration.getSourceFile().fileName);
    const base = file
      .replace(/\.d\.ts$/, "")
      .replace(/^(\.\.[\\/])+/, "")
      .replace(/[\\/]/g, ".");
    const wanted = `${base}.${namespaceChain(declaration).join(".")}`;
    let name = wanted;
    for (let copy = 2; this.#taken.has(name); copy++) name = `${wanted}-${copy}`;
    this.#taken.add(name);
    this.#names.set(symbol, name);
    return name;
  }
}

function namespaceChain(declaration: ts.Declaration): string[] {
  const chain: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node) || ts.isInterfaceDeclaration(node)) chain.unshift(node.name.text);
    else if (ts.isClassDeclaration(node) && node.name) chain.unshift(node.name.text);
  }
  return chain;
}

/** The SDK's marker of an enum that may grow: `string & Record<never, never>`. */
function isOpenString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((member) => (member.flags & ts.TypeFlags.String) !== 0);
}

function mergeObjects(parts: JsonSchema[]): JsonSchema[] {
  const names = parts.flatMap((part) => part.stripeObject ?? []);
  const rest = parts.filter((part) => !part.stripeObject && !part.stripeEvent);
  if (names.length > 0) rest.push({ stripeObject: names });
  if (parts.some((part) => part.stripeEvent)) rest.push({ stripeEvent: true });
  return rest;
}
