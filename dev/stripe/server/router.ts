import { type Contract, type ContractRoute } from "../contract/contract";
import { UNDOCUMENTED_ROUTES } from "../routes/payment-pages";
import { type Behaviour } from "../routes/route";
import { invalidRequest, StripeError } from "./stripe-error";

export interface Match {
  route: ContractRoute;
  /** Null: Stripe has this route, the stand-in does not. */
  behaviour: Behaviour | null;
  /** The id in the path, if there is one. */
  id: string;
}

interface Candidate {
  route: ContractRoute;
  behaviour: Behaviour | null;
  segments: string[];
}

/** Finds the contract route of a call; fixed segments win over ids (`/customers/search` over `/customers/{id}`). */
export class Router {
  readonly #byShape = new Map<string, Candidate[]>();

  constructor(contract: Contract, behaviours: Behaviour[]) {
    const known = new Map(behaviours.map((behaviour) => [behaviour.key, behaviour]));
    for (const route of [...contract.routes, ...UNDOCUMENTED_ROUTES]) {
      const segments = route.path.split("/");
      const shape = `${route.method} ${segments.length}`;
      const candidates = this.#byShape.get(shape) ?? [];
      candidates.push({ route, behaviour: known.get(route.key) ?? null, segments });
      this.#byShape.set(shape, candidates);
      known.delete(route.key);
    }
    if (known.size > 0) throw new Error(`Not in the contract: ${[...known.keys()].join(", ")}`);
    for (const candidates of this.#byShape.values()) candidates.sort((a, b) => idCount(a) - idCount(b));
  }

  match(method: string, path: string): Match {
    const parts = path.replace(/\/$/, "").split("/").map(decoded);
    const candidates = this.#byShape.get(`${method} ${parts.length}`) ?? [];
    const found = candidates.find(({ segments }) =>
      segments.every((segment, at) => isId(segment) || segment === parts[at]),
    );
    if (!found) throw unrecognized(method, path);
    const at = found.segments.findLastIndex(isId);
    return {
      route: found.route,
      behaviour: found.behaviour,
      id: at < 0 ? "" : (parts[at] ?? ""),
    };
  }
}

const isId = (segment: string): boolean => segment.startsWith("{");
const idCount = ({ segments }: Candidate): number => segments.filter(isId).length;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw invalidRequest(`Invalid URL: ${segment} is not properly escaped.`);
  }
}

function unrecognized(method: string, path: string): StripeError {
  return new StripeError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}
