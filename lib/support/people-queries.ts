import type { Db, Prisma } from "@/lib/db";
import { liveStatuses } from "@/lib/subscriptions/types";
import type { Place } from "./policy";
import type { PeopleSearch, PeopleSort, PersonLine } from "./types";

type Where = Prisma.UserWhereInput;

const live = { surplus: false, status: { in: [...liveStatuses] } };

/** Nothing that proves who somebody is is ever among what is read here. */
const columns = {
  ...{
    id: true,
    email: true,
    name: true,
    role: true,
    emailVerified: true,
    suspendedAt: true,
    createdAt: true,
  },
  billingCustomer: {
    select: { subscriptions: { where: live, select: { planName: true, status: true }, take: 1 } },
  },
} as const satisfies Prisma.UserSelect;

function planWhere({ plan, status }: PeopleSearch): Where {
  if (status === "none") {
    return { OR: [{ billingCustomer: null }, { billingCustomer: { subscriptions: { none: live } } }] };
  }
  if (plan === undefined && status === undefined) return {};
  const some = { ...live, ...(plan ? { planKey: plan } : {}), ...(status ? { status } : {}) };
  return { billingCustomer: { subscriptions: { some } } };
}

export function toFilter(search: PeopleSearch): Where {
  const { suspended, verified } = search;
  return {
    ...planWhere(search),
    ...(suspended === undefined ? {} : { suspendedAt: suspended ? { not: null } : null }),
    ...(verified === undefined ? {} : { emailVerified: verified ? { not: null } : null }),
  };
}

export function toTextFilter({
  escaped,
  where,
}: {
  escaped: string;
  where: "anywhere" | "beginning";
}): Where {
  const match = {
    ...(where === "anywhere" ? { contains: escaped } : { startsWith: escaped }),
    mode: "insensitive" as const,
  };
  return { OR: [{ email: match }, { name: match }] };
}

const orders: Readonly<Record<PeopleSort, "asc" | "desc">> = { newest: "desc", oldest: "asc", email: "asc" };

/** Beyond a place, in the order in which the page is read. */
function beyond(sort: PeopleSort, order: "asc" | "desc", { at, email, id }: Place): Where {
  const side = order === "asc" ? "gt" : "lt";
  if (sort === "email") return { email: { [side]: email } };
  return {
    createdAt: { [side === "gt" ? "gte" : "lte"]: at },
    OR: [{ createdAt: { [side]: at } }, { id: { [side]: id } }],
  };
}

interface Read {
  where: Where;
  sort: PeopleSort;
  from: Place | null;
  /** Against the order of the list, nearest first. */
  backward: boolean;
  limit: number;
}

export async function readPeople(
  db: Db,
  { where, sort, from, backward, limit }: Read,
): Promise<PersonLine[]> {
  const forwards = orders[sort];
  const order = backward ? (forwards === "asc" ? "desc" : "asc") : forwards;
  const rows = await db.prisma.user.findMany({
    where: { AND: [where, from ? beyond(sort, order, from) : {}] },
    orderBy: sort === "email" ? { email: order } : [{ createdAt: order }, { id: order }],
    take: limit,
    select: columns,
  });
  const people = rows.map(({ emailVerified, suspendedAt, createdAt, billingCustomer, ...row }) => {
    const [plan] = billingCustomer?.subscriptions ?? [];
    return {
      ...row,
      ...{ verified: emailVerified !== null, suspended: suspendedAt !== null, joinedAt: createdAt },
      plan: plan ? { name: plan.planName, status: plan.status } : null,
    };
  });
  return backward ? people.reverse() : people;
}
