const units = ["B", "KiB", "MiB", "GiB", "TiB"];

/** What is limited in powers of two is told in them: `1073741824` is "1 GiB". */
export function formatSize(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 }).format(bytes / 1024 ** power);
  return `${value} ${units[power] ?? "B"}`;
}
