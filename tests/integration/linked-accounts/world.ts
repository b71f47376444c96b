import { NextRequest } from "next/server";
import { afterAll } from "vitest";
import { startOauth } from "@/dev/oauth/start-oauth";
import { oauthClients } from "@/dev/oauth/people";
import { freePort } from "@/dev/free-port";
import { goToProvider, handlers } from "@/lib/auth";
import { env } from "@/lib/env";
import type { LinkedProvider } from "@/lib/linked-accounts/types";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth } from "../auth/setup";

const sent = {
  "x-real-ip": "203.0.113.9",
  "x-forwarded-proto": "http",
  "user-agent": "Test browser",
};

type Jar = Record<string, string>;

export interface Begun {
  /** Where the provider sends the browser afterwards, with the code of whoever was chosen. */
  callback: URL;
  jar: Jar;
}

/** The product beside the local Google and GitHub, on a database of this file's own. Call it once per file. */
export async function openLinkedWorld() {
  const auth = await openAuth();
  const oauth = await startOauth({ port: await freePort(4701), appUrl });
  afterAll(() => oauth.close());
  // Read once per process, so another file's test may have read it before.
  const settings = {
    AUTH_GOOGLE_ID: oauthClients.google.id,
    AUTH_GOOGLE_SECRET: oauthClients.google.secret,
    AUTH_GOOGLE_BASE_URL: oauth.url,
    AUTH_GITHUB_ID: oauthClients.github.id,
    AUTH_GITHUB_SECRET: oauthClients.github.secret,
    AUTH_GITHUB_BASE_URL: oauth.url,
  };
  Object.assign(env(), settings);
  afterAll(() => {
    for (const name of Object.keys(settings)) Object.assign(env(), { [name]: undefined });
  });

  interface Asked {
    provider: LinkedProvider;
    /** Google's people are chosen by address, GitHub's by login. */
    who: string;
    purpose?: "sign-in" | "link" | "confirm";
    sessionId?: string | null;
    jar?: Jar;
  }

  /** Goes to the provider in a browser and chooses somebody there. */
  async function begin({
    provider,
    who,
    purpose = "sign-in",
    sessionId = null,
    jar = {},
  }: Asked): Promise<Begun> {
    startRequest(sent, jar);
    const { url } = await goToProvider({ provider, purpose, sessionId, next: "/credits" });
    const cookies = sentCookies();
    const asked = new URL(url).searchParams;
    const path = provider === "google" ? "/o/oauth2/v2/auth/callback" : "/login/oauth/callback";
    const body = new URLSearchParams([...asked, [provider === "google" ? "email" : "login", who]]);
    const answer = await fetch(`${oauth.url}${path}`, { method: "POST", body, redirect: "manual" });
    return { callback: new URL(answer.headers.get("location") ?? ""), jar: cookies };
  }

  /** Comes back from the provider. @returns where it leads, and the cookies afterwards */
  async function finish({ callback, jar }: Begun): Promise<{ to: string; jar: Jar }> {
    startRequest(sent, jar);
    const cookie = Object.entries(jar)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
    const response = await handlers.GET(new NextRequest(callback, { headers: { cookie } }));
    return { to: (response.headers.get("location") ?? "").replace(appUrl, ""), jar: sentCookies() };
  }

  const visit = async (asked: Asked) => finish(await begin(asked));

  /** A member with a session in which they proved just now who they are. */
  async function signedIn(email: string) {
    const user = await auth.createMember(email);
    const jar: Jar = { [cookieName]: await auth.signIn(email) };
    const session = await auth.db.prisma.session.findFirstOrThrow({ where: { userId: user.id } });
    return { user, jar, sessionId: session.id };
  }

  return { ...auth, begin, finish, visit, signedIn };
}
