import { type LocalResponse } from "../server/messages";
import { readPageFile } from "./assets";

const PARTS = ["calls", "authentication-dialog", "payment-element", "stripe"];

/** Where js.stripe.com has it: `/v3`, `/v3/stripe.js`, and under the name of every release. */
const ADDRESS = /^\/(v3|[a-z]+)(?:\/stripe\.js|\/)?$/;

/** The stand-in of Stripe.js, told where to find the rest of the stand-in. */
export function findStripeJs(path: string, origin: string): LocalResponse | null {
  const release = ADDRESS.exec(path)?.[1];
  if (release === undefined || !(release === "v3" || path.endsWith("/stripe.js"))) return null;
  const settings = { origin, version: release === "v3" ? 3 : release };
  const parts = PARTS.map((name) => readPageFile(`./browser/stripe-js/${name}.js`));
  const body = `(() => {\nconst LOCAL_STRIPE = ${JSON.stringify(settings)};\n${parts.join("\n")}})();\n`;
  return {
    status: 200,
    headers: { "content-type": "text/javascript; charset=utf-8", "access-control-allow-origin": "*" },
    body,
  };
}
