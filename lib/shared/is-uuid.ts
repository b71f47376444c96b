const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text may be asked for where PostgreSQL expects a UUID. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
