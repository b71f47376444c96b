/**
 * The value as it would come back from JSON, frozen: it is handed out again and again. What is frozen already was
 * here before, so that of a changed object only what is new is looked at.
 */
export function settled<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) {
    if (part === undefined || Object.is(part, -0)) return settled(JSON.parse(JSON.stringify(value)) as T);
    settled(part);
  }
  return Object.freeze(value);
}
