import { updateCustomer } from "../../engine/customers";
import { looksLikeEmail } from "../../engine/email";
import { type LocalResponse } from "../../server/messages";
import { invalidRequest } from "../../server/stripe-error";
import { Field } from "../field";
import { afterChange } from "./flow";
import { GoBack, portalPage } from "./layout";
import { formOf, type Visit } from "./visit";

/** What can be changed here of what a configuration may allow; the rest of it has no form yet. */
const FIELDS = [
  { name: "name", label: "Name", complete: "name", type: "text" },
  { name: "email", label: "Email", complete: "email", type: "email" },
  { name: "phone", label: "Phone", complete: "tel", type: "tel" },
] as const;

type Name = (typeof FIELDS)[number]["name"];
type Values = Partial<Record<Name, string>>;

export function BillingDetails({ visit }: { visit: Visit }) {
  const { base, customer } = visit;
  return (
    <section aria-labelledby="billing">
      <h2 id="billing">Billing details</h2>
      <div className="entry">
        <dl className="facts">
          {FIELDS.filter(({ name }) => customer[name]).map(({ name, label }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{customer[name]}</dd>
            </div>
          ))}
        </dl>
        {allowed(visit).length > 0 ? (
          <a className="button quiet" href={`${base}/billing`}>
            Update details
          </a>
        ) : null}
      </div>
    </section>
  );
}

export function showBilling(visit: Visit): LocalResponse {
  const { customer } = visit;
  const values = Object.fromEntries(FIELDS.map(({ name }) => [name, customer[name] ?? ""]));
  return billingPage(visit, values, {});
}

export function saveBilling(visit: Visit): LocalResponse {
  const form = formOf(visit);
  const values: Values = Object.fromEntries(
    allowed(visit).map(({ name }) => [name, (form.get(name) ?? "").trim().slice(0, 200)]),
  );
  if (values.email !== undefined && !looksLikeEmail(values.email)) {
    return billingPage(visit, values, { email: "Enter your email address." });
  }
  updateCustomer(visit.engine, visit.customer, values);
  return afterChange(visit, "billing");
}

function allowed({ features }: Visit): (typeof FIELDS)[number][] {
  const { allowed_updates: updates, enabled } = features.customer_update;
  return enabled ? FIELDS.filter(({ name }) => updates.includes(name)) : [];
}

function billingPage(visit: Visit, values: Values, problems: Values): LocalResponse {
  const fields = allowed(visit);
  if (fields.length === 0) throw invalidRequest("Changing your details is not offered here.");
  return portalPage({
    visit,
    title: "Update billing details",
    children: (
      <form method="post" noValidate>
        {fields.map(({ name, label, complete, type }) => (
          <Field
            key={name}
            name={name}
            label={label}
            type={type}
            autoComplete={complete}
            value={values[name] ?? ""}
            problem={problems[name]}
          />
        ))}
        <div className="choices">
          <button className="button" type="submit">
            Save
          </button>
          <GoBack visit={visit} />
        </div>
      </form>
    ),
  });
}
