/** The card fields, in a frame of the stand-in: what is typed there never reaches the shop's page. */
function createPaymentElement(key) {
  const frame = document.createElement("iframe");
  frame.src = `${LOCAL_STRIPE.origin}/elements/payment?${new URLSearchParams({ parent: location.origin })}`;
  frame.title = "Secure payment input frame";
  frame.style.cssText = "border:0;width:100%;height:190px;display:block";
  const handlers = {};
  const waiting = new Map();
  const emit = (type, detail = {}) => {
    for (const handler of handlers[type] ?? []) handler({ elementType: "payment", ...detail });
  };
  const isReady = new Promise((resolve) => listen("ready", resolve));

  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== LOCAL_STRIPE.origin || !data?.localStripe) return;
    if (data.localStripe === "answer") waiting.get(data.id)?.(data.answer);
    else if (data.localStripe === "resize") frame.style.height = `${data.height}px`;
    else emit(data.localStripe, data.detail);
  });

  function listen(type, handler) {
    (handlers[type] ??= []).push(handler);
  }

  /** Resolves to `{ value }` or `{ error }`, whichever the frame found. */
  async function ask(question, detail = {}) {
    await isReady;
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      waiting.set(id, (answer) => {
        waiting.delete(id);
        resolve(answer);
      });
      frame.contentWindow.postMessage({ localStripe: question, id, key, ...detail }, LOCAL_STRIPE.origin);
    });
  }

  const element = {
    mount(target) {
      const place = typeof target === "string" ? document.querySelector(target) : target;
      if (!place)
        throw integrationError(`The selector you specified (${target}) applies to no DOM elements.`);
      place.replaceChildren(frame);
      return element;
    },
    unmount: () => frame.remove(),
    destroy: () => frame.remove(),
    on(type, handler) {
      listen(type, handler);
      return element;
    },
    off: (type) => delete handlers[type],
    update: () => element,
    focus: () => frame.focus(),
    collapse: () => element,
    validate: () => ask("validate"),
    createMethod: (billingDetails) => ask("createMethod", { billingDetails }),
  };
  return element;
}
