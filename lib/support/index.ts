import "server-only";

export { getOverview } from "./get-overview";
export {
  listPersonEmails,
  listPersonPayments,
  listPersonRuns,
  listPersonSubscriptions,
} from "./list-person-rows";
export { toSought, type Sought } from "./policy";
export { searchPeople } from "./search-people";
export { viewPerson } from "./view-person";
