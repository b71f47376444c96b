import { type JsonSchema } from "./json-schema";

/** Raise it when the generator's output changes: contracts cached by an older generator are rebuilt. */
export const CONTRACT_REVISION = 4;

export type HttpMethod = "GET" | "POST" | "DELETE";

/** One API method of the SDK: where it goes, what it accepts, what it answers. */
export interface ContractRoute {
  /** `POST /v1/customers/{id}`: the key under which behaviour is registered. */
  key: string;
  method: HttpMethod;
  path: string;
  params: JsonSchema;
  result: JsonSchema;
}

/** Everything the pinned SDK says about the shape of Stripe's API. */
export interface Contract {
  revision: number;
  sdkVersion: string;
  apiVersion: string;
  routes: ContractRoute[];
  /** `customer` → name of its schema. */
  objects: Record<string, string>;
  /** `customer` → name of the schema of its deleted form. */
  deletedObjects: Record<string, string>;
  /** `customer.created` → name of the schema of its envelope. */
  events: Record<string, string>;
  schemas: Record<string, JsonSchema>;
}
