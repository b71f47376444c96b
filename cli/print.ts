/** BIGINT as text: JSON has no type that holds it exactly. */
export function printJson(value: unknown): void {
  const text = JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part),
    2,
  );
  process.stdout.write(`${text}\n`);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
