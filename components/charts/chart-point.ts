/** One reading; `at` is an ISO instant, since dates do not survive the way to a chart as themselves. */
export type ChartPoint = { at: string; value: number };
