import { createEmulator } from "emulate";
import { freePort } from "../free-port";
import { serveFront } from "../serve-front";
import { OauthFront } from "./oauth-front";
import { gitHubPeople, googlePeople, oauthClients } from "./people";

export interface OauthServer {
  /** For AUTH_GOOGLE_BASE_URL and AUTH_GITHUB_BASE_URL. */
  url: string;
  close(): Promise<void>;
}

const hostname = "127.0.0.1";

/** Stands in for Google's and GitHub's sign-in on loopback: a page with people to choose from, for one app alone. */
export async function startOauth({ port, appUrl }: { port: number; appUrl: string }): Promise<OauthServer> {
  const url = `http://${hostname}:${port}`;
  const client = (provider: "google" | "github") => ({
    client_id: oauthClients[provider].id,
    client_secret: oauthClients[provider].secret,
    name: "QuickScale",
    redirect_uris: [`${appUrl}/api/auth/callback/${provider}`],
  });
  const googlePort = await freePort(0);
  const google = await createEmulator({
    service: "google",
    port: googlePort,
    hostname,
    baseUrl: url,
    seed: {
      google: {
        users: googlePeople.map(({ name, email, verified }) => ({ name, email, email_verified: verified })),
        oauth_clients: [client("google")],
      },
    },
  });
  const gitHub = await createEmulator({
    service: "github",
    port: await freePort(0),
    hostname,
    seed: {
      github: {
        // Nobody's address is on their profile: it is asked for, as of most people.
        users: gitHubPeople.map(({ login, name }) => ({ login, name })),
        oauth_apps: [client("github")],
      },
    },
  });
  const close = await serveFront(new OauthFront(`http://${hostname}:${googlePort}`, gitHub.url), port);
  return {
    url,
    async close() {
      await close();
      await Promise.all([google.close(), gitHub.close()]);
    },
  };
}
