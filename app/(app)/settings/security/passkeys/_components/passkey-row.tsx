import type { Route } from "next";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import type { PasskeyView } from "@/lib/passkeys/types";

const deeds = [
  { name: "rename-passkey", label: "Rename" },
  { name: "remove-passkey", label: "Remove" },
] as const;

export function PasskeyRow({ passkey }: { passkey: PasskeyView }) {
  const { id, name, createdAt, lastUsedAt, synced } = passkey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 break-words">{name}</span>
          <Badge>{synced ? "Synced" : "On one device"}</Badge>
        </p>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted">
          made <DateTime value={createdAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              last used <DateTime value={lastUsedAt} show="time" />
            </>
          ) : (
            "not used yet"
          )}
        </p>
      </div>
      <div className="flex gap-2">
        {deeds.map((deed) => (
          <LinkButton
            key={deed.name}
            href={`/settings/security?${deed.name}=${id}` as Route}
            scroll={false}
            variant="secondary"
            size="sm"
            aria-label={`${deed.label} ${name}`}
          >
            {deed.label}
          </LinkButton>
        ))}
      </div>
    </li>
  );
}
