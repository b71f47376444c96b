import { type Store } from "../store/store";
import { jsonResponse, type LocalRequest, type LocalResponse } from "./messages";
import { StripeError, type StripeErrorBody } from "./stripe-error";
import { visibleToBrowser } from "./visible-to-browser";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, stripe-version",
  "access-control-allow-methods": "GET, POST",
};

/** What a publishable key may do: https://docs.stripe.com/keys */
const ALLOWED = [
  { method: "POST", path: /^\/v1\/payment_methods$/ },
  { method: "GET", path: /^\/v1\/(setup|payment)_intents\/((?:seti|pi)_\w+)$/ },
  { method: "POST", path: /^\/v1\/(setup|payment)_intents\/((?:seti|pi)_\w+)\/confirm$/ },
];

/** A call as a browser makes it: with a publishable key, in the header or in the form. Null: it is none. */
export function readPublishableKey({ headers, query, body }: LocalRequest): string | null {
  const bearer = /^bearer (pk_\w+)$/i.exec(headers.authorization ?? "")?.[1];
  return bearer ?? new URLSearchParams(query).get("key") ?? new URLSearchParams(body).get("key");
}

export function answerPreflight(): LocalResponse {
  return { status: 204, headers: CORS, body: "" };
}

/** Runs the call with the rights of its client secret, and shows the browser no more than it may see. */
export function handleBrowserCall(
  { store, handle }: { store: Store; handle: (request: LocalRequest) => LocalResponse },
  request: LocalRequest,
  key: string,
): LocalResponse {
  try {
    checkAllowed(store, request, key);
    const answer = handle(asSecretCall(request));
    return { ...answer, headers: { ...answer.headers, ...CORS }, body: visibleToBrowser(answer.body) };
  } catch (error) {
    if (error instanceof StripeError) return jsonResponse(error.status, { error: error.body }, CORS);
    throw error;
  }
}

function checkAllowed(store: Store, request: LocalRequest, key: string): void {
  if (!/^pk_test_\w+$/.test(key)) throw refused(401, { message: "Invalid API Key provided." });
  const rule = ALLOWED.find(({ method, path }) => method === request.method && path.test(request.path));
  if (!rule) {
    throw refused(401, {
      code: "secret_key_required",
      message:
        "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
    });
  }
  const [, kind, id] = rule.path.exec(request.path) ?? [];
  if (id === undefined) return;
  const name = kind === "setup" ? "setup_intent" : "payment_intent";
  const intent = store.objects.find(name, id);
  const given = fieldOf(request, "client_secret");
  if (intent && given === intent.client_secret) return;
  throw refused(given ? 400 : 401, {
    param: "client_secret",
    message: `The client_secret provided does not match any associated ${name} on this account.`,
  });
}

/** Without what Stripe.js adds of its own, which is no parameter of the route. */
function asSecretCall(request: LocalRequest): LocalRequest {
  const own = ["key", "client_secret", "_stripe_version", "payment_user_agent", "guid", "muid", "sid"];
  const strip = (encoded: string): string => {
    const form = new URLSearchParams(encoded);
    for (const name of own) form.delete(name);
    return form.toString();
  };
  return {
    ...request,
    headers: { ...request.headers, authorization: "Bearer sk_test_browser" },
    query: strip(request.query),
    body: strip(request.body),
  };
}

function fieldOf({ query, body }: LocalRequest, name: string): string | null {
  return new URLSearchParams(query).get(name) ?? new URLSearchParams(body).get(name);
}

function refused(status: number, detail: Omit<StripeErrorBody, "type">): StripeError {
  return new StripeError(status, { type: "invalid_request_error", ...detail });
}
