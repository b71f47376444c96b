import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { managedActs } from "./managed";

export const loadManageSearch = createLoader({ done: parseAsStringLiteral(managedActs) });
