"use client";

import { useState, type ReactNode } from "react";
import { FailureNotice } from "@/app/(auth)/_components/failure-notice";
import { useAuthForm } from "@/app/(auth)/_components/use-auth-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardFooter } from "@/components/ui/card";
import { listSettings, settingName } from "@/lib/notification-preferences/schema";
import type { NotificationGroup } from "@/lib/notification-preferences/types";
import { submitPreferences } from "../_actions/save-preferences";
import { GroupRows } from "./group-rows";

interface PreferencesFormProps {
  /** By the switch's name: "on" or nothing. */
  values: Readonly<Record<string, string>>;
  groups: readonly NotificationGroup[];
  isAdmin: boolean;
}

const heading = "border-b border-line py-2.5 text-xs font-medium text-ink-muted";

/** Every kind of notification with a box for each way of telling; one form, so that it works without a script. */
export function PreferencesForm({ values: stored, groups, isAdmin }: PreferencesFormProps) {
  const { state, submit, formRef } = useAuthForm(submitPreferences, stored);
  const [changedSince, setChangedSince] = useState(-1);
  const changed = changedSince === state.sent;
  return (
    <Card aria-label="Notifications">
      <form
        ref={formRef}
        action={submit}
        onChange={() => {
          setChangedSince(state.sent);
        }}
      >
        <input type="hidden" name="shown" value={listSettings().map(settingName).join(",")} />
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">What you are told of, and how</caption>
          <thead>
            <tr>
              <th scope="col" className={`${heading} pl-5 text-left`}>
                What
              </th>
              <th scope="col" className={`${heading} w-20 px-2 text-center sm:w-32`}>
                Email
              </th>
              <th scope="col" className={`${heading} w-16 pr-5 pl-1 text-center sm:w-32`}>
                In app
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <GroupRows key={group} group={group} values={state.values} isAdmin={isAdmin} />
          ))}
        </table>
        <CardFooter>
          <Outcome>{changed ? "Not saved yet." : state.data ? "Saved." : ""}</Outcome>
          <SubmitButton>Save notifications</SubmitButton>
        </CardFooter>
        {state.failure ? (
          <div className="p-5">
            <FailureNotice failure={state.failure} sent={state.sent} />
          </div>
        ) : null}
      </form>
    </Card>
  );
}

/** Stands there from the start, so that screen readers tell what comes into it. */
function Outcome({ children }: { children: ReactNode }) {
  return <p role="status">{children}</p>;
}
