/** A secret opens for the person that it was sealed for alone. */
export function secretPurpose(userId: string): string {
  return `totp:${userId}`;
}
