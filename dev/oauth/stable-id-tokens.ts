import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { z } from "zod";

const answerSchema = z.looseObject({ id_token: z.string() });
const claimsSchema = z.looseObject({ email: z.string() });

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** One id for ever, in Google's form: 21 digits. */
export function googleIdOf(email: string): string {
  const digits = BigInt(`0x${createHash("sha256").update(email).digest("hex")}`).toString();
  return `1${digits.slice(0, 20)}`;
}

/** The emulator gives people other ids whenever it starts; an account that was linked would be nobody's the day after. */
export class StableIdTokens {
  readonly #keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly #kid = "quickscale-local-1";

  /** The keys of /oauth2/v3/certs. */
  certificates() {
    const key = this.#keys.publicKey.export({ format: "jwk" });
    return { keys: [{ ...key, kid: this.#kid, use: "sig", alg: "RS256" }] };
  }

  /** The answer of the token endpoint, with an id token that names the person by their lasting id. */
  rewrite(body: Buffer): Buffer {
    const answer = answerSchema.safeParse(JSON.parse(body.toString()));
    if (!answer.success) return body;
    const [, payload = ""] = answer.data.id_token.split(".");
    const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
    const content = `${base64url({ alg: "RS256", kid: this.#kid, typ: "JWT" })}.${base64url({
      ...claims,
      sub: googleIdOf(claims.email),
    })}`;
    const signature = sign("RSA-SHA256", Buffer.from(content), this.#keys.privateKey).toString("base64url");
    return Buffer.from(JSON.stringify({ ...answer.data, id_token: `${content}.${signature}` }));
  }
}
