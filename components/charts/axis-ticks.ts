const mantissas = [1, 2, 2.5, 5, 10];
const mostLines = 5;

/** Round values that cover `smallest` to `largest` and zero, evenly apart: −500, 0, 500, 1,000 for −120 to 960. */
export function axisTicks(smallest: number, largest: number, whole = false): number[] {
  const low = Number.isFinite(smallest) ? Math.min(0, smallest) : 0;
  const high = Number.isFinite(largest) ? Math.max(0, largest) : 0;
  if (low === high) return [0, 1];
  const step = roundStep((high - low) / (mostLines - 1), whole);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

function roundStep(least: number, whole: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = (mantissas.find((mantissa) => mantissa * magnitude >= least) ?? 10) * magnitude;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}
