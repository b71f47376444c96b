import type { Route } from "next";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import type { ApiKeyView } from "@/lib/api-keys/types";
import { scopeWords } from "./scope-words";

function Facts({ apiKey }: { apiKey: ApiKeyView }) {
  const { prefix, lastFour, createdAt, lastUsedAt, expiresAt, expired, previousUntil } = apiKey;
  return (
    <>
      <p className="mt-0.5 text-[0.8125rem] text-ink-muted">
        <span data-figures className="font-mono">
          {prefix}…{lastFour}
        </span>{" "}
        · made <DateTime value={createdAt} /> ·{" "}
        {lastUsedAt ? (
          <>
            last used <DateTime value={lastUsedAt} show="time" />
          </>
        ) : (
          "not used yet"
        )}{" "}
        ·{" "}
        {expiresAt ? (
          <>
            {expired ? "ended" : "ends"} <DateTime value={expiresAt} />
          </>
        ) : (
          "never ends"
        )}
      </p>
      {previousUntil ? (
        <p className="mt-0.5 text-[0.8125rem] text-warning">
          The secret from before works until <DateTime value={previousUntil} show="time" />.
        </p>
      ) : null}
    </>
  );
}

export function KeyRow({ apiKey }: { apiKey: ApiKeyView }) {
  const { id, name, scopes, expired } = apiKey;
  const to = (what: "rotate" | "revoke") => `/settings/api-keys?${what}=${id}` as Route;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 break-words">{name}</span>
          {expired ? <Badge tone="danger">Expired</Badge> : null}
        </p>
        <Facts apiKey={apiKey} />
        <ul aria-label="May" className="mt-2 flex flex-wrap gap-1.5">
          {scopes.map((scope) => (
            <li key={scope}>
              <Badge>{scopeWords[scope].label}</Badge>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex gap-2">
        {expired ? null : (
          <LinkButton
            href={to("rotate")}
            scroll={false}
            variant="secondary"
            size="sm"
            aria-label={`Rotate ${name}`}
          >
            Rotate
          </LinkButton>
        )}
        <LinkButton
          href={to("revoke")}
          scroll={false}
          variant="secondary"
          size="sm"
          aria-label={`Revoke ${name}`}
        >
          Revoke
        </LinkButton>
      </div>
    </li>
  );
}
