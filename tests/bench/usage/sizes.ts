/** How much of each there is, and how long it is looked at. */
export interface Sizes {
  /** Of the one busy person, over a year. */
  records: number;
  /** Others, each of whom uses something on one day. */
  people: number;
  rounds: number;
  /** Of one measurement in one round. */
  milliseconds: number;
  /** How often the page's data is read. */
  times: number;
}

export const full: Sizes = { records: 5_000_000, people: 10_000, rounds: 5, milliseconds: 2_500, times: 40 };
export const small: Sizes = { records: 100_000, people: 1_000, rounds: 2, milliseconds: 600, times: 5 };
