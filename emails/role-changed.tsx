import { Action } from "./parts/action";
import { EmailFrame } from "./parts/email-frame";
import { Paragraph } from "./parts/paragraph";
import type { EmailProps } from "./types";

export function RoleChanged({ role, changedAt, signInUrl }: EmailProps["role-changed"]) {
  const admin = role === "admin";
  return (
    <EmailFrame
      title={admin ? "You are an admin now" : "You are no admin any more"}
      preview="Every session has ended: sign in again."
      reason="You get this after every change of the role of your account. It cannot be turned off."
    >
      <Paragraph>
        {admin
          ? `Since ${changedAt} your account may help other people: it sees their accounts and can change them.`
          : `Since ${changedAt} your account is that of a member. Your own plan, credits and data stay as they are.`}{" "}
        Every session has ended.
      </Paragraph>
      <Action href={signInUrl} label="Sign in" />
    </EmailFrame>
  );
}
