import { z } from "zod";
import { forwardTo, type Front, type FrontAnswer, type FrontRequest } from "../serve-front";
import { gitHubPeople } from "./people";
import { StableIdTokens } from "./stable-id-tokens";

const userSchema = z.object({ login: z.string() });

const json = (value: unknown, status = 200): FrontAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body: Buffer.from(JSON.stringify(value)),
});

/** Both providers at one address: their paths do not meet. */
export class OauthFront implements Front {
  readonly #idTokens = new StableIdTokens();

  constructor(
    private readonly googleUrl: string,
    private readonly gitHubUrl: string,
  ) {}

  async answer(request: FrontRequest): Promise<FrontAnswer> {
    const path = request.path.split("?", 1)[0] ?? "";
    if (path === "/user/emails") return this.#listEmails(request);
    if (path === "/user" || path.startsWith("/login/oauth/")) return forwardTo(this.gitHubUrl, request);
    if (path === "/oauth2/v3/certs") return json(this.#idTokens.certificates());
    const answer = await forwardTo(this.googleUrl, request);
    if (path !== "/oauth2/token" || answer.status !== 200) return answer;
    return { ...answer, body: this.#idTokens.rewrite(answer.body) };
  }

  /** The emulator calls every address verified. */
  async #listEmails(request: FrontRequest): Promise<FrontAnswer> {
    const answer = await forwardTo(this.gitHubUrl, { ...request, path: "/user" });
    if (answer.status !== 200) return answer;
    const { login } = userSchema.parse(JSON.parse(answer.body.toString()));
    const person = gitHubPeople.find((known) => known.login === login);
    if (!person) return json({ message: "Not Found" }, 404);
    const { email, verified } = person;
    const noreply = `${login}@users.noreply.github.example`;
    return json([
      { email: noreply, primary: false, verified: true, visibility: null },
      { email, primary: true, verified, visibility: "private" },
    ]);
  }
}
