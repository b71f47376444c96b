import type { AppContext } from "@/lib/context";
import { findUserOfCustomer } from "@/lib/customers";
import { isUuid } from "@/lib/shared/is-uuid";
import { normaliseEmail } from "@/lib/users";
import { findPeople } from "./repository";

type Context = Pick<AppContext, "db" | "payments">;

/** How somebody is known to be meant: by our own row, by what we wrote on the customer, or by an address alone. */
export interface Candidate {
  id: string;
  email: string;
  by: "row" | "metadata" | "address";
}

export interface Candidates {
  people: Candidate[];
  /** The only one, and not by an address alone, which anybody may have typed: may be taken without asking. */
  sure: string | null;
}

/**
 * Whose a customer of Stripe's may be. Several people, or an address alone, are for a person to decide.
 * @throws PaymentGatewayError
 */
export async function findCandidates(
  { db, payments }: Context,
  { stripeCustomerId, email }: { stripeCustomerId: string | null; email?: string | null },
): Promise<Candidates> {
  const owner = stripeCustomerId ? await findUserOfCustomer(db, stripeCustomerId) : null;
  const customer = stripeCustomerId ? await payments.findCustomer(stripeCustomerId) : null;
  const named = customer?.userId && isUuid(customer.userId) ? customer.userId.toLowerCase() : null;
  const addresses = [customer?.email, email].flatMap((one) => (one && normaliseEmail(one)) ?? []);
  const ids = [owner, named].filter((id) => id !== null);
  const found = await findPeople(db, { ids, emails: addresses });
  const people = found
    .filter(({ anonymised, id }) => !anonymised || id === owner)
    .map(({ id, email: address }): Candidate => {
      const by = id === owner ? "row" : id === named ? "metadata" : "address";
      return { id, email: address, by };
    });
  const [only, ...others] = people;
  return { people, sure: only && others.length === 0 && only.by !== "address" ? only.id : null };
}

/** The one person whom an id or a whole address names; null where that is nobody, or somebody who was deleted. */
export async function findChosen(
  { db }: Pick<AppContext, "db">,
  typed: string,
): Promise<{ id: string; email: string } | null> {
  const text = typed.trim();
  const email = normaliseEmail(text);
  const asked = { ids: isUuid(text) ? [text.toLowerCase()] : [], emails: email ? [email] : [] };
  const [person, ...others] = await findPeople(db, asked);
  return person && others.length === 0 && !person.anonymised ? { id: person.id, email: person.email } : null;
}
