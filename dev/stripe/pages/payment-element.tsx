import { htmlPage } from "./document";
import { type LocalRequest, type LocalResponse } from "../server/messages";

const FIELDS = [
  { name: "number", label: "Card number", complete: "cc-number", placeholder: "1234 1234 1234 1234" },
  { name: "expiry", label: "Expiration", complete: "cc-exp", placeholder: "MM / YY" },
  { name: "cvc", label: "CVC", complete: "cc-csc", placeholder: "CVC" },
] as const;

/** `GET /elements/payment`: what the frame of the Payment Element shows. */
export function showPaymentElement({ query }: LocalRequest): LocalResponse {
  const parent = new URLSearchParams(query).get("parent") ?? "";
  const [number, expiry, cvc] = FIELDS;
  const body = (
    <main className="element">
      <h1 className="unseen">Card</h1>
      <form noValidate>
        <ElementField {...number} />
        <div className="pair">
          <ElementField {...expiry} />
          <ElementField {...cvc} />
        </div>
        <p className="muted">Local stand-in of Stripe — no real card is charged</p>
      </form>
    </main>
  );
  const page = htmlPage({ title: "Card", body, script: "element-form" });
  const ancestors = /^https?:\/\/[\w.[\]:-]+$/.test(parent) ? parent : "'none'";
  return {
    ...page,
    headers: { ...page.headers, "content-security-policy": `frame-ancestors ${ancestors}` },
  };
}

function ElementField({ name, label, complete, placeholder }: (typeof FIELDS)[number]) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        inputMode="numeric"
        autoComplete={complete}
        placeholder={placeholder}
        aria-describedby={`${name}-problem`}
      />
      <p className="problem" id={`${name}-problem`} role="alert" hidden />
    </div>
  );
}
