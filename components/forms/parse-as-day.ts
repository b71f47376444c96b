import { createParser } from "nuqs/server";

const firstDay = Date.parse("0001-01-01T00:00:00Z");

/**
 * A day of the calendar in UTC, of the years that PostgreSQL and Stripe have, too. Anything else in the address is as if
 * it were not there.
 */
export const parseAsDay = createParser<Date>({
  parse: (text) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
    const day = new Date(`${text}T00:00:00Z`);
    return day.getTime() >= firstDay ? day : null;
  },
  serialize: (day) => day.toISOString().slice(0, 10),
  eq: (one, other) => one.getTime() === other.getTime(),
});
