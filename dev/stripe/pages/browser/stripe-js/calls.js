// One of the parts that become the script at /v3/stripe.js: LOCAL_STRIPE is set by the server.

/** Calls the API as Stripe.js does: with the publishable key in the form, so that no preflight is needed. */
async function call(method, path, key, fields) {
  const form = new URLSearchParams({ key, ...fields });
  const url = `${LOCAL_STRIPE.origin}/v1/${path}`;
  try {
    const response =
      method === "GET" ? await fetch(`${url}?${form}`) : await fetch(url, { method, body: form });
    const answer = await response.json();
    return answer.error ? { error: answer.error } : { value: answer };
  } catch {
    const message =
      "We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.";
    return { error: { type: "api_connection_error", message } };
  }
}

/** What a client secret belongs to, and where. */
function readSecret(clientSecret) {
  const match = /^((pi|seti)_\w+?)_secret_\w+$/.exec(clientSecret ?? "");
  if (!match) throw integrationError(`Invalid value for clientSecret: ${String(clientSecret)}`);
  const isSetup = match[2] === "seti";
  return {
    id: match[1],
    path: `${isSetup ? "setup_intents" : "payment_intents"}/${match[1]}`,
    name: isSetup ? "setupIntent" : "paymentIntent",
    failure: isSetup ? "last_setup_error" : "last_payment_error",
  };
}

/** A mistake of the page's author, thrown and not returned, as Stripe.js does. */
function integrationError(message) {
  const error = new Error(message);
  error.name = "IntegrationError";
  return error;
}
