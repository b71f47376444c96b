import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { listSessions } from "@/lib/auth";
import type { AppContext } from "@/lib/context";
import { listPasskeys } from "@/lib/passkeys";
import { getTwoFactorState } from "@/lib/two-factor";
import { hasPassword } from "@/lib/users";
import {
  submitPasskeys,
  submitReset,
  submitSessionsEnd,
  submitTwoFactor,
  submitUnlock,
} from "../_actions/manage";
import { ActRow } from "./act-row";

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** How somebody gets in, and what helps when they cannot, or when somebody else can. */
export async function SignInActs({ ctx, userId }: { ctx: AppContext; userId: string }) {
  const [sessions, passkeys, twoFactor, password] = await Promise.all([
    listSessions(ctx, userId),
    listPasskeys(ctx, userId),
    getTwoFactorState(ctx.db, userId),
    hasPassword(ctx.db, userId),
  ]);
  return (
    <Card aria-labelledby="sign-in" className="mt-6">
      <CardHeader id="sign-in" title="Signing in" />
      <ul className="mt-2 divide-y divide-line">
        <ActRow
          {...{ id: "sessions", userId, title: "Sessions", action: submitSessionsEnd, label: "End all" }}
          state={<Badge>{many(sessions.length, "session")}</Badge>}
          meaning="Signs them out everywhere, from the next request on."
        />
        <ActRow
          {...{ id: "reset", userId, title: "Password", action: submitReset, label: "Send a link" }}
          state={<Badge>{password ? "Set" : "None"}</Badge>}
          meaning="Mails them a link to set a new one, for 60 minutes. Nobody else sees it."
        />
        <ActRow
          {...{ id: "unlock", userId, title: "Lock", action: submitUnlock, label: "Lift the lock" }}
          state={null}
          meaning="After too many wrong passwords or codes: they may try again at once."
        />
        {twoFactor.since ? (
          <ActRow
            {...{ id: "two-factor", userId, title: "Two-factor sign-in", action: submitTwoFactor }}
            label="Turn off"
            variant="danger"
            state={<Badge tone="positive">On</Badge>}
            meaning="For who lost authenticator and recovery codes. Make sure first whose account it is. Ends their sessions; they are told by mail."
          />
        ) : null}
        {passkeys.length > 0 ? (
          <ActRow
            {...{ id: "passkeys", userId, title: "Passkeys", action: submitPasskeys, label: "Remove all" }}
            variant="danger"
            state={<Badge>{many(passkeys.length, "passkey")}</Badge>}
            meaning="For who lost their devices. Ends their sessions; they are told by mail, and sign in by password or a mailed link."
          />
        ) : null}
      </ul>
    </Card>
  );
}
