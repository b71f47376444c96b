/** What a script needs to sign in over HTTP: the token against forgery, and the cookie that it belongs to. */
export interface Visit {
  appUrl: string;
  cookie: string;
  csrfToken: string;
}

const nameAndValue = (line: string) => line.split(";")[0] ?? "";

export async function visit(appUrl: string): Promise<Visit> {
  const response = await fetch(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { appUrl, csrfToken, cookie: response.headers.getSetCookie().map(nameAndValue).join("; ") };
}

export interface Answer {
  ms: number;
  /** The session's cookie, with its name; null when the sign-in was refused. */
  session: string | null;
}

/** One sign-in with a password, from the first byte sent to the last one read. */
export async function signIn(
  { appUrl, cookie, csrfToken }: Visit,
  credentials: { email: string; password: string },
): Promise<Answer> {
  const begin = performance.now();
  const response = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ ...credentials, csrfToken }),
  });
  await response.arrayBuffer();
  const ms = performance.now() - begin;
  if (response.status !== 302) throw new Error(`Signing in answered ${response.status}`);
  const session = response.headers
    .getSetCookie()
    .map(nameAndValue)
    .find((line) => line.includes("quickscale-session="));
  return { ms, session: session ?? null };
}
