import { credits } from "./credits";
import { declines } from "./declines";
import { money } from "./money";
import { movement } from "./movement";
import { people } from "./people";
import { plans } from "./plans";
import { payingCohorts, payingPeople, workingCohorts, workingPeople } from "./presence";
import type { Rollup } from "./rollup";
import { runs } from "./runs";

export const allRollups: readonly Rollup[] = [
  money,
  declines,
  runs,
  people,
  plans,
  movement,
  credits,
  payingPeople,
  workingPeople,
  payingCohorts,
  workingCohorts,
];
