import { fontFamilies } from "./fonts";

/** The product's light colours as they stand in app/globals.css; sizes in points. */
export const theme = {
  ink: "#15161c",
  muted: "#595b6a",
  line: "#e5e5ed",
  accent: "#4550dd",
  margin: 52,
} as const;

/** What every page starts from. */
export const page = { fontFamily: fontFamilies, color: theme.ink };

/**
 * A line height is taken from the size beside it and handed down in points. On the page itself it would make texts
 * vanish that know their page number.
 */
export const body = { fontSize: 9.5, lineHeight: 1.45 };

export const small = { fontSize: 8.5, lineHeight: 1.45, color: theme.muted };
