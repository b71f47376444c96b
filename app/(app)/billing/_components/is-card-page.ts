/**
 * Whether the browser's document was loaded as this page. Only then its policy lets Stripe's script in: who came
 * here by a link within the app still has the document, and the policy, of the page they came from.
 */
export function isCardPage(): boolean {
  const [load] = performance.getEntriesByType("navigation");
  return load !== undefined && new URL(load.name).pathname === "/billing";
}
