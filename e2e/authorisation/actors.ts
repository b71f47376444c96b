import { createMember, openSession, query, sessionCookie, type Member } from "../session";
import { seededMember } from "../seeded";

export const actorNames = [
  "signed out",
  "unverified",
  "owner",
  "other member",
  "suspended",
  "admin",
  "revoked session",
  "expired session",
  "idle session",
] as const;

export type ActorName = (typeof actorNames)[number];

/** Opens a fresh session and returns the Cookie header: what one call ends does not end the next one's. */
export type Actors = Record<ActorName, () => Promise<string>>;

const cookie = (token: string) => `${sessionCookie}=${token}`;

async function memberWith(change: string): Promise<Member> {
  const member = await createMember();
  await query(`UPDATE users SET ${change} WHERE email = $1`, [member.email]);
  return member;
}

/** A session to which something has happened since it was opened. */
async function sessionAfter(statement: string): Promise<string> {
  const member = await createMember();
  const token = await openSession(member);
  await query(statement, [member.email]);
  return cookie(token);
}

const ofMember = "user_id = (SELECT id FROM users WHERE email = $1)";

export async function createActors(): Promise<Actors> {
  const [unverified, other, suspended, admin] = await Promise.all([
    memberWith("email_verified_at = NULL"),
    createMember(),
    memberWith("suspended_at = now()"),
    memberWith("role = 'admin'"),
  ]);
  const as = (member: Member) => async () => cookie(await openSession(member));
  return {
    "signed out": () => Promise.resolve(""),
    unverified: as(unverified),
    owner: as(seededMember),
    "other member": as(other),
    suspended: as(suspended),
    admin: as(admin),
    "revoked session": () => sessionAfter(`DELETE FROM sessions WHERE ${ofMember}`),
    "expired session": () =>
      sessionAfter(`UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE ${ofMember}`),
    "idle session": () =>
      sessionAfter(`UPDATE sessions SET last_used_at = now() - interval '8 days' WHERE ${ofMember}`),
  };
}
