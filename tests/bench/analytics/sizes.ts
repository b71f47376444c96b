/** How much of each there is; everything else follows from these. */
export interface Sizes {
  people: number;
  payments: number;
  entries: number;
  runs: number;
}
