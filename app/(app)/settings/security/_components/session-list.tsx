import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { OpenSession } from "@/lib/auth/types";
import { deviceName } from "@/lib/shared/device-name";
import { ButtonForm } from "../../_components/button-form";
import { submitEndOtherSessions } from "../_actions/end-other-sessions";
import { submitEndSession } from "../_actions/end-session";

function SessionRow({ session, current }: { session: OpenSession; current: boolean }) {
  const device = deviceName(session.userAgent);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device}
          {current ? <Badge tone="positive">This device</Badge> : null}
        </p>
        <p className="mt-0.5 text-[0.8125rem] break-words text-ink-muted">
          {session.ip ?? "Unknown IP address"} · since <DateTime value={session.createdAt} /> · last used{" "}
          <DateTime value={session.lastUsedAt} show="time" />
        </p>
      </div>
      {current ? null : (
        <ButtonForm
          action={submitEndSession}
          values={{ sessionId: session.id }}
          label="End session"
          describedAs={`End session: ${device}`}
          size="sm"
        />
      )}
    </li>
  );
}

/** Where the person is signed in. A session that is ended here is signed out on its next request. */
export function SessionList({ sessions, currentId }: { sessions: OpenSession[]; currentId: string }) {
  const sorted = sessions.toSorted((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
  return (
    <Card aria-labelledby="sessions">
      <CardHeader
        id="sessions"
        title="Sessions"
        description="Where you are signed in. A session ends by itself after 7 days without use, or 30 in all."
        action={
          sessions.length > 1 ? (
            <ButtonForm action={submitEndOtherSessions} label="End all other sessions" size="sm" />
          ) : null
        }
      />
      <ul className="mt-3 divide-y divide-line">
        {sorted.map((session) => (
          <SessionRow key={session.id} session={session} current={session.id === currentId} />
        ))}
      </ul>
    </Card>
  );
}
