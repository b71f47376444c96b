import { type Contract } from "../contract/contract";
import { type ContractValidator, describeProblems } from "../contract/contract-validator";
import { Engine, type EngineParts } from "../engine/engine";
import { clockOfCall } from "../engine/clock-of";
import { newId } from "../engine/ids";
import { type Call } from "../routes/route";
import { findUnhonoured } from "../routes/unhonoured-params";
import { type ApiFaults, faultError } from "./api-faults";
import { authenticate } from "./authenticate";
import { expand } from "./expand";
import { parseForm } from "./form-body";
import { canonical, replay } from "./idempotency";
import { jsonResponse, type LocalRequest, type LocalResponse } from "./messages";
import { readParams } from "./read-params";
import { type RequestLog } from "./request-log";
import { type Match, type Router } from "./router";
import { invalidRequest, notImplemented, StripeError } from "./stripe-error";

export type ValidationLevel = "all" | "requests" | "off";

export interface ApiParts {
  contract: Contract;
  engine: EngineParts;
  router: Router;
  validator: ContractValidator;
  level: ValidationLevel;
  faults: ApiFaults;
  log: RequestLog;
}

interface Prepared {
  request: LocalRequest;
  requestId: string;
  match: Match;
  params: Record<string, unknown>;
  idempotencyKey: string | null;
}

/** `/v1/…`: every call is authenticated, decoded, validated, run in one transaction and answered in Stripe's format. */
export class Api {
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  handle(request: LocalRequest): LocalResponse {
    const requestId = newId("req_").slice(0, 18);
    const answer = this.#answerOrError(request, requestId);
    this.#parts.log.add({ id: requestId, method: request.method, path: request.path, status: answer.status });
    return {
      ...answer,
      headers: {
        "request-id": requestId,
        "stripe-version": request.headers["stripe-version"] ?? this.#parts.contract.apiVersion,
        ...answer.headers,
      },
    };
  }

  #answerOrError(request: LocalRequest, requestId: string): LocalResponse {
    try {
      authenticate(request.headers.authorization);
      return this.#answer(this.#prepare(request, requestId));
    } catch (error) {
      return errorResponse(error);
    }
  }

  #prepare(request: LocalRequest, requestId: string): Prepared {
    const { contract, router, validator, level } = this.#parts;
    const version = request.headers["stripe-version"];
    if (version && !/^\d{4}-\d{2}-\d{2}(\.\w+)?$/.test(version)) {
      throw invalidRequest(`Invalid Stripe API version: ${version}`);
    }
    const match = router.match(request.method, request.path);
    if (!match.behaviour) throw notImplemented(match.route.key);
    const form = parseForm(
      [request.query, request.method === "GET" ? "" : request.body].filter(Boolean).join("&"),
    );
    const params = readParams(
      contract,
      { route: match.route, form },
      { validator: level === "off" ? null : validator, strict: version === contract.apiVersion },
    );
    const unhonoured = findUnhonoured(params, match.behaviour.honours);
    if (unhonoured) throw notImplemented(`the parameter ${unhonoured} of ${match.route.key}`);
    const idempotencyKey = request.method === "POST" ? (request.headers["idempotency-key"] ?? null) : null;
    return { request, requestId, match, params, idempotencyKey };
  }

  #answer(prepared: Prepared): LocalResponse {
    const { store, clock } = this.#parts.engine;
    const fault = this.#parts.faults.take(prepared.match.route.key);
    if (fault === "429" || fault === "500") throw faultError(fault);
    const hanging: LocalResponse = { status: 0, headers: {}, body: "", hangs: true };
    if (fault === "timeout_before") return hanging;
    const answer =
      prepared.request.method === "GET"
        ? this.#run(prepared)
        : store.transaction(() => this.#runOnce(prepared, { now: clock.now(), fails: fault === "500_kept" }));
    return fault === "timeout_after" ? hanging : answer;
  }

  /** Inside the transaction: the answer is kept under its key together with what it did. */
  #runOnce(prepared: Prepared, { now, fails }: { now: number; fails: boolean }): LocalResponse {
    const { idempotencyKey: key, request, requestId, params } = prepared;
    const run = () => (fails ? errorResponse(faultError("500")) : this.#settle(prepared));
    if (!key) return run();
    const { idempotency } = this.#parts.engine.store;
    const call = { key, endpoint: `${request.method} ${request.path}`, params: canonical(params), now };
    const first = replay(idempotency, call);
    if (first) return first;
    const answer = run();
    idempotency.keep(key, now, { ...call, requestId, status: answer.status, body: answer.body });
    return { ...answer, headers: { ...answer.headers, "original-request": requestId } };
  }

  /** A refusal undoes everything, except where the refusal itself is an outcome (a declined card). */
  #settle(prepared: Prepared): LocalResponse {
    try {
      return this.#parts.engine.store.transaction(() => this.#runKeeping(prepared));
    } catch (error) {
      if (error instanceof StripeError && error.status < 500) return errorResponse(error);
      throw error;
    }
  }

  #runKeeping(prepared: Prepared): LocalResponse {
    try {
      return this.#run(prepared);
    } catch (error) {
      if (error instanceof StripeError && error.keepsState) return errorResponse(error);
      throw error;
    }
  }

  #run({ match, params, request, requestId, idempotencyKey }: Prepared): LocalResponse {
    if (!match.behaviour) throw notImplemented(match.route.key);
    const engine = new Engine(this.#parts.engine, { id: requestId, idempotencyKey });
    const call: Call<unknown> = { engine, params, id: match.id, path: request.path };
    const { run } = match.behaviour;
    const clock = clockOfCall(engine.store, match.id, params);
    const result = engine.inTimeOf(clock, () => run(call as Call<never>));
    const body = expand(engine, result, (params.expand as string[] | undefined) ?? []);
    this.#checkAnswer(match, body);
    return jsonResponse(200, body);
  }

  #checkAnswer({ route }: Match, body: unknown): void {
    if (this.#parts.level !== "all") return;
    const problems = this.#parts.validator.checkOf(route.result)(body);
    if (problems.length > 0)
      throw new Error(`${route.key} answered against the contract: ${describeProblems(problems)}`);
  }
}

/** A thrown StripeError is an answer; anything else is a fault of the stand-in, named so that a test shows it. */
function errorResponse(error: unknown): LocalResponse {
  if (error instanceof StripeError) return jsonResponse(error.status, { error: error.body });
  const message = error instanceof Error ? error.message : String(error);
  return jsonResponse(500, { error: { type: "api_error", message: `The local Stripe failed: ${message}` } });
}
