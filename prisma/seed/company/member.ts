import type { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import { createChance, type Chance } from "../chance";
import type { Person } from "../facts/person";
import { seededId } from "../seeded-id";
import { companies, jobs, names, places } from "./names";

/** One of the many: their row, and what happens to them. */
export interface Member extends Person {
  joinedAt: Date;
  chance: Chance;
  row: Prisma.UserCreateManyInput & { id: string };
}

const cards: readonly [Person["card"], ...Person["card"][]] = [
  { brand: "visa", last4: "4242" },
  { brand: "visa", last4: "1881" },
  { brand: "mastercard", last4: "4444" },
  { brand: "mastercard", last4: "8210" },
  { brand: "amex", last4: "0005" },
];

/** "Zoë O'Neill" is "zoe.oneill". */
function plain(name: string): string {
  const latin = name.replaceAll("ı", "i").normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return latin.replaceAll(/[^a-z -]/g, "").replaceAll(/[ ]+/g, ".");
}

interface Joining {
  /** Into the list of names. */
  number: number;
  joinedAt: Date;
  verified?: boolean;
  currency?: Person["currency"];
}

function profileOf(number: number, chance: Chance) {
  const [company, domain] = companies[number % companies.length] ?? ["", ""];
  const [location, timeZone] = places[number % places.length] ?? ["", ""];
  const atWork = chance.next() < 0.45;
  const told = chance.next() < 0.35;
  return {
    domain: atWork ? domain : number % 3 === 0 ? "example.org" : "example.com",
    columns: {
      company: atWork ? company : null,
      jobTitle: atWork ? (jobs[number % jobs.length] ?? null) : null,
      ...(told ? { location, timeZone } : {}),
    },
  };
}

/** Somebody signs up; nobody can sign in as them. */
export function join(books: Books, { number, joinedAt, verified = true, currency = "usd" }: Joining): Member {
  const chance = createChance(50_000 + number);
  const name = names[number] ?? `Member ${number}`;
  const { domain, columns } = profileOf(number, chance);
  const email = `${plain(name)}@${domain}`;
  const userId = seededId(email, joinedAt);
  const verifiedAt = new Date(
    Math.min(joinedAt.getTime() + chance.between(1, 90) * 60_000, books.now.getTime()),
  );
  const row = {
    ...{ id: userId, email, name, role: "member" as const, passwordHash: null, ...columns },
    ...{ emailVerified: verified ? verifiedAt : null, createdAt: joinedAt, updatedAt: verifiedAt },
  };
  books.users.push(row);
  const person = { userId, name: `m${String(number).padStart(3, "0")}`, card: chance.pick(cards), currency };
  return { ...person, joinedAt, chance, row };
}

/** Stripe meets them at their first purchase. */
export function becomeCustomer(books: Books, { row }: Member, at: Date): void {
  if (books.customers.some(({ userId }) => userId === row.id)) return;
  books.customers.push({ userId: row.id, email: row.email, createdAt: at });
}
