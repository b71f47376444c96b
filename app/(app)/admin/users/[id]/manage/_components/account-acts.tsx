import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { Person } from "@/lib/support/types";
import { submitRestoration, submitRole, submitSuspension, submitVerification } from "../_actions/manage";
import { ActRow } from "./act-row";
import { EmailForm } from "./email-form";

/** Whether the account may be used, by which address, and with which rights. */
export function AccountActs({ person }: { person: Person }) {
  const { id: userId, email, role, suspended, verified } = person;
  const admin = role === "admin";
  return (
    <Card aria-labelledby="account">
      <CardHeader id="account" title="Account" />
      <ul className="mt-2 divide-y divide-line">
        {suspended ? (
          <ActRow
            {...{ id: "restore", userId, title: "Use of the account", action: submitRestoration }}
            label="Restore"
            state={<Badge tone="danger">Suspended</Badge>}
            meaning="Lets them sign in again, and their API keys work. They are told by mail."
          />
        ) : (
          <ActRow
            {...{ id: "suspend", userId, title: "Use of the account", action: submitSuspension }}
            label="Suspend"
            variant="danger"
            state={<Badge tone="positive">Active</Badge>}
            meaning="Ends their sessions and keeps them out, with their API keys. Plan, credits and data stay. They are told by mail."
          />
        )}
        {verified ? null : (
          <ActRow
            {...{ id: "verify", userId, title: "Address", action: submitVerification }}
            label="Count as confirmed"
            state={<Badge tone="warning">Not confirmed</Badge>}
            meaning="For who cannot get our mails. Make sure first that the address is theirs."
          />
        )}
        <ActRow
          {...{ id: "role", userId, title: "Role", action: submitRole }}
          label={admin ? "Make a member" : "Make an admin"}
          values={{ role: admin ? "member" : "admin" }}
          state={<Badge tone={admin ? "accent" : "neutral"}>{admin ? "Admin" : "Member"}</Badge>}
          meaning={
            admin
              ? "Takes every right over others away at once and ends their sessions. They are told by mail."
              : "Lets them see and change everybody's account. Ends their sessions. They are told by mail."
          }
        />
        <EmailForm userId={userId} email={email} />
      </ul>
    </Card>
  );
}
