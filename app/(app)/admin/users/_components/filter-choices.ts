import { plans } from "@/lib/catalog/catalog";

/** A list to choose one from; `all` says what nothing chosen means. */
export interface FilterChoice<Name extends string = string> {
  name: Name;
  label: string;
  all: string;
  options: Readonly<Record<string, string>>;
}

/** What the list of people can be narrowed to, and its order. */
export const filterChoices: readonly FilterChoice<"plan" | "status" | "verified" | "suspended" | "sort">[] = [
  {
    ...{ name: "plan", label: "Plan", all: "Any plan" },
    options: Object.fromEntries(plans.map(({ key, name }) => [key, name])),
  },
  {
    ...{ name: "status", label: "State of the plan", all: "Any state" },
    options: {
      active: "Active",
      trialing: "On trial",
      past_due: "Past due",
      unpaid: "Unpaid",
      paused: "Paused",
      none: "No plan",
    },
  },
  {
    ...{ name: "verified", label: "Address", all: "Any address" },
    options: { yes: "Verified", no: "Not verified" },
  },
  {
    ...{ name: "suspended", label: "Access", all: "Any access" },
    options: { yes: "Suspended", no: "Not suspended" },
  },
  {
    ...{ name: "sort", label: "Order", all: "Newest first" },
    options: { oldest: "Oldest first", email: "By address" },
  },
];
