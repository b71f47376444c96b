import { type Engine } from "../engine/engine";

/** One API call on its way to the engine: parameters decoded and valid, ids of the path by name. */
export interface Call<Params> {
  engine: Engine;
  params: Params;
  id: string;
  /** The path as it was called, for the `url` of lists. */
  path: string;
}

/** What the stand-in does for one route of the contract. */
export interface Behaviour {
  /** As in the contract: `POST /v1/customers/{id}`. */
  key: string;
  /** Parameters it honours (`line_items.price`, or `metadata` with all below it); any other one is answered with 501. */
  honours: string[];
  run: (call: Call<never>) => unknown;
}

/** Types the parameters of a route; the contract has checked them before `run` is called. */
export function route<Params>(
  key: string,
  honours: string[],
  run: (call: Call<Params>) => unknown,
): Behaviour {
  return { key, honours, run };
}
