function createElements(key, options) {
  let payment = null;
  return {
    create(type) {
      if (type !== "payment") throw integrationError(`The local Stripe.js has no "${type}" element.`);
      if (payment) throw integrationError("Can only create one Element of type payment.");
      payment = createPaymentElement(key);
      return payment;
    },
    getElement: (type) => (type === "payment" ? payment : null),
    update: (changes) => Object.assign(options, changes),
    fetchUpdates: () => Promise.resolve({}),
    submit: async () => {
      const { error } = await payment.validate();
      return error ? { error } : { selectedPaymentMethod: "card" };
    },
    options,
  };
}

/** Makes a payment method of what was typed and confirms the intent with it. */
async function confirmWithElements(key, { elements, confirmParams = {}, redirect = "always", ...given }) {
  const clientSecret = given.clientSecret ?? elements?.options.clientSecret;
  const { path, name } = readSecret(clientSecret);
  if (redirect === "always" && !confirmParams.return_url) {
    throw integrationError("confirmParams.return_url is required unless redirect is if_required.");
  }
  const fields = { client_secret: clientSecret, use_stripe_sdk: "true" };
  if (elements) {
    const checked = await elements.submit();
    if (checked.error) return { error: checked.error };
    const billing = confirmParams.payment_method_data?.billing_details;
    const made = await elements.getElement("payment").createMethod(billing);
    if (made.error) return { error: made.error };
    fields.payment_method = made.value.id;
  } else if (typeof confirmParams.payment_method === "string") {
    fields.payment_method = confirmParams.payment_method;
  }
  const confirmed = await call("POST", `${path}/confirm`, key, fields);
  if (confirmed.error) return { error: confirmed.error };
  const waits = confirmed.value.status === "requires_action";
  const result = waits ? await handleAction(key, clientSecret, confirmed.value) : { [name]: confirmed.value };
  if (result.error || redirect !== "always") return result;
  return leave(confirmParams.return_url, result[name]);
}

/** Off to the shop's page, with the outcome in the address; never resolves, as in Stripe.js. */
function leave(returnUrl, intent) {
  const url = new URL(returnUrl);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret);
  url.searchParams.set("redirect_status", "succeeded");
  location.assign(url.href);
  return new Promise(() => {});
}

function Stripe(key) {
  if (!/^pk_test_\w+$/.test(key ?? "")) {
    throw integrationError(
      "Please call Stripe() with your publishable key. You used an empty or a foreign one.",
    );
  }
  const retrieve = async (clientSecret) => {
    const { name, path } = readSecret(clientSecret);
    const { value, error } = await call("GET", path, key, { client_secret: clientSecret });
    return error ? { error } : { [name]: value };
  };
  return {
    elements: (options = {}) => createElements(key, { ...options }),
    confirmSetup: (options) => confirmWithElements(key, options),
    confirmPayment: (options) => confirmWithElements(key, options),
    createPaymentMethod: async ({ elements, params = {} }) => {
      const { value, error } = await elements.getElement("payment").createMethod(params.billing_details);
      return error ? { error } : { paymentMethod: value };
    },
    handleNextAction: async ({ clientSecret }) => {
      const { name } = readSecret(clientSecret);
      const found = await retrieve(clientSecret);
      return found.error ? found : handleAction(key, clientSecret, found[name]);
    },
    retrieveSetupIntent: retrieve,
    retrievePaymentIntent: retrieve,
    registerAppInfo: () => {},
    _registerWrapper: () => {},
  };
}

Stripe.version = LOCAL_STRIPE.version;
window.Stripe = Stripe;
