const mantissas = [1, 2, 2.5, 5, 10];

/** Round values from 0 to at least `largest`, at most four steps apart: 0, 1,000, 2,000, 3,000 for 2,600. */
export function niceTicks(largest: number): number[] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [0, 1];
  const magnitude = 10 ** Math.floor(Math.log10(largest / 4));
  const step = (mantissas.find((mantissa) => mantissa * magnitude * 4 >= largest) ?? 10) * magnitude;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => index * step);
}
