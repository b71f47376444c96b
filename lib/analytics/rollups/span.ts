/** SQL expressions: a time zone's name, and the first and the last day (both DATE). */
export interface Span {
  zone: string;
  from: string;
  to: string;
}

/** $1 is the zone, $2 and $3 are the days, as text. */
export const spanOfParameters: Span = { zone: "$1::text", from: "$2::text::date", to: "$3::text::date" };

/** The day on which an instant falls. */
export const dayOf = (at: string, { zone }: Pick<Span, "zone">): string =>
  `(${at} AT TIME ZONE ${zone})::date`;

/** The instant at which a day begins. */
export const startOf = (day: string, { zone }: Pick<Span, "zone">): string =>
  `(${day}::timestamp AT TIME ZONE ${zone})`;

/**
 * Whether an instant falls into the span. The bounds let an index find it; the day itself decides, since a clock that is
 * put back at midnight gives a day two beginnings.
 */
export const within = (at: string, span: Span): string =>
  `${at} >= ${startOf(span.from, span)} - interval '3 hours'
    AND ${at} < ${startOf(`(${span.to} + 1)`, span)} + interval '3 hours'
    AND ${dayOf(at, span)} BETWEEN ${span.from} AND ${span.to}`;
