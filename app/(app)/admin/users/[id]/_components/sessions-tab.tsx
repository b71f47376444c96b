import { Laptop } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { listSessions } from "@/lib/auth";
import { deviceName } from "@/lib/shared/device-name";
import type { TabProps } from "./tab-props";

export async function SessionsTab({ ctx, userId }: TabProps) {
  const sessions = await listSessions(ctx, userId);
  return (
    <Card aria-labelledby="sessions">
      <CardHeader id="sessions" title="Sessions" description="Where this person is signed in." />
      {sessions.length === 0 ? (
        <EmptyState icon={Laptop} title="Signed in nowhere">
          A session ends after 7 days without use, or 30 in all.
        </EmptyState>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {sessions.map(({ id, userAgent, ip, createdAt, lastUsedAt }) => (
            <li key={id} className="px-5 py-3">
              <p className="font-medium">{deviceName(userAgent)}</p>
              <p className="mt-0.5 text-[0.8125rem] break-words text-ink-muted">
                {ip ?? "Unknown IP address"} · since <DateTime value={createdAt} /> · last used{" "}
                <DateTime value={lastUsedAt} show="time" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
