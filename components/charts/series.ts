/** One of the figures that a chart draws. */
export interface Series {
  /** The key of its column. */
  key: string;
  label: string;
  /** A variable of globals.css: "var(--chart-new)". */
  colour: string;
  /** Bars stand on one another, those below zero hang. */
  shape: "bar" | "line" | "area";
  /** What leaves is drawn below zero, and stays the positive number it is in words. */
  below?: boolean;
}
