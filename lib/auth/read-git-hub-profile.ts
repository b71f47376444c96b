import { z } from "zod";

const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function read(url: string, token: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "user-agent": "quickscale",
    },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${new URL(url).pathname}.`);
  return response.json();
}

/**
 * A person's profile with their primary address and whether GitHub verified it. The address on the profile itself is what
 * they chose to show. https://docs.github.com/en/rest/users/emails
 */
export async function readGitHubProfile(api: string, token: string) {
  const [user, emails] = await Promise.all([
    read(`${api}/user`, token),
    read(`${api}/user/emails`, token).then((answer) => emailsSchema.parse(answer)),
  ]);
  const primary = emails.find((entry) => entry.primary);
  return {
    ...z.looseObject({}).parse(user),
    email: primary?.email ?? null,
    email_verified: primary?.verified === true,
  };
}
