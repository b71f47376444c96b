import type { EventPlace } from "./list-queries";

/** A place as it stands in an address. */
export function toPlaceCursor(place: EventPlace | undefined): string | null {
  return place ? `${place.receivedAt.getTime()}-${place.id}` : null;
}

/** Null for what no page gave. */
export function fromPlaceCursor(cursor: string | null | undefined): EventPlace | null {
  const [, time, id] = /^(\d{1,15})-(evt_\w{1,200})$/.exec(cursor ?? "") ?? [];
  if (!time || !id) return null;
  return { receivedAt: new Date(Number(time)), id };
}
