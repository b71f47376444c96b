/** What came of a request, as far as it says who may do what. */
export type Outcome =
  "let in" | "sign-in" | "verify-email" | "own page" | "nothing there" | "refused" | `status ${number}`;

function placeOf(location: string): Outcome {
  const { pathname } = new URL(location, "http://own.invalid");
  if (pathname === "/sign-in") return "sign-in";
  if (pathname === "/verify-email") return "verify-email";
  return "own page";
}

/** Of a page or a route handler. */
export async function outcomeOf(response: Response): Promise<Outcome> {
  await response.arrayBuffer();
  const location = response.headers.get("location");
  if (location && response.status >= 300) return placeOf(location);
  if (response.ok) return "let in";
  if (response.status === 404) return "nothing there";
  if ([400, 401, 403].includes(response.status)) return "refused";
  return `status ${response.status}`;
}

/** Of a server action: whoever gets as far as its input is let in. */
export async function outcomeOfAction(response: Response): Promise<Outcome> {
  const body = await response.text();
  const location = response.headers.get("x-action-redirect")?.split(";")[0];
  if (location) return placeOf(location) === "own page" ? "let in" : placeOf(location);
  if (response.status === 404) return "nothing there";
  if (body.includes("http.foreign_origin")) return "refused";
  return response.ok ? "let in" : `status ${response.status}`;
}
