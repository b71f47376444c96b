type ReadZone = { zone: string; note: string | null };

/** The zone that is asked for in the address, as it is called; UTC with words where there is no such zone. */
export function readZone(asked: string): ReadZone {
  const zone = asked.trim();
  if (zone === "" || zone.toUpperCase() === "UTC") return { zone: "UTC", note: null };
  const known = Intl.supportedValuesOf("timeZone").find((name) => name.toLowerCase() === zone.toLowerCase());
  if (known) return { zone: known, note: null };
  return { zone: "UTC", note: `There is no time zone “${zone.slice(0, 40)}”. Days are those of UTC.` };
}
