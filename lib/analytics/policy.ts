/** Amounts of recurring revenue are added up as twelfths of minor units a month, in which a yearly price divides evenly. */
const twelfths = 12n;

/** Rounded half away from zero, once, at the end of a sum. */
export function toMonthly(twelfth: bigint): bigint {
  const half = twelfth < 0n ? -twelfths / 2n : twelfths / 2n;
  return (twelfth + half) / twelfths;
}

const daysInMonth = 365.25 / 12;

/**
 * Subscribers lost per month, as a share of those at the start. A range of another length than a month is brought to
 * one in proportion.
 */
export function churnRate({
  lost,
  atStart,
  days,
}: {
  lost: number;
  atStart: number;
  days: number;
}): number | null {
  return atStart > 0 && days > 0 ? (lost / atStart) * (daysInMonth / days) : null;
}

/** Divided and rounded half up; null where there is nothing to divide by. */
export function meanOf(sum: bigint, count: number): bigint | null {
  if (count <= 0) return null;
  const divisor = BigInt(count);
  return (2n * sum + divisor) / (2n * divisor);
}

/** What a subscriber brings until they leave, at the present churn; null while nobody leaves. */
export function lifetimeValue(arpu: bigint | null, monthlyChurn: number | null): bigint | null {
  return arpu !== null && monthlyChurn ? BigInt(Math.round(Number(arpu) / monthlyChurn)) : null;
}

export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
