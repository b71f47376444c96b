/** Shows the bank's page over the shop's, and resolves when the owner has answered there. */
function askOwner(url) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "3-D Secure");
    dialog.style.cssText =
      "border:0;padding:0;width:min(480px,100vw);height:min(420px,100vh);border-radius:12px";
    const frame = document.createElement("iframe");
    frame.src = url;
    frame.title = "3-D Secure";
    frame.style.cssText = "border:0;width:100%;height:100%";
    dialog.append(frame);
    const finish = () => {
      window.removeEventListener("message", listen);
      dialog.remove();
      resolve();
    };
    const listen = (event) => {
      if (event.source === frame.contentWindow && event.data?.localStripe === "authenticated") finish();
    };
    window.addEventListener("message", listen);
    dialog.addEventListener("close", finish);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Lets the owner do what an intent waits for, in place, and answers what became of it. */
async function handleAction(key, clientSecret, answered) {
  const { name, path, failure } = readSecret(clientSecret);
  let intent = answered;
  const { next_action: action } = intent;
  if (intent.status === "requires_action" && action) {
    await askOwner(action.redirect_to_url?.url ?? action.use_stripe_sdk.stripe_js);
    const latest = await call("GET", path, key, { client_secret: clientSecret });
    if (latest.error) return latest;
    intent = latest.value;
  }
  return intent[failure] ? { error: { ...intent[failure], [snake(name)]: intent } } : { [name]: intent };
}

function snake(name) {
  return name === "setupIntent" ? "setup_intent" : "payment_intent";
}
