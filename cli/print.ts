/** BIGINT as text: JSON has no type that holds it exactly. */
export function toJson(value: unknown, indent?: number): string {
  const exact = (_key: string, part: unknown) => (typeof part === "bigint" ? part.toString() : part);
  return JSON.stringify(value, exact, indent);
}

export function printJson(value: unknown): void {
  printLine(toJson(value, 2));
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
