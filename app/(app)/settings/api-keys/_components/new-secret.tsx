import { Alert } from "@/components/ui/alert";
import { CopyButton } from "@/components/ui/copy-button";
import type { IssuedApiKey } from "@/lib/api-keys/types";

/** The one time that a secret is seen. */
export function NewSecret({ issued: { name, secret } }: { issued: IssuedApiKey }) {
  return (
    <div className="flex flex-col gap-4">
      <Alert tone="warning" title="Copy this key now.">
        It is not shown again: we keep only what is needed to recognise it.
      </Alert>
      <div className="flex flex-col gap-1.5">
        <p id="new-secret" className="text-sm font-medium break-words">
          Secret of {name}
        </p>
        <div className="flex items-center gap-1 rounded-md border border-line-strong bg-sunken py-1.5 pr-1.5 pl-3">
          <code
            aria-labelledby="new-secret"
            role="group"
            className="min-w-0 flex-1 font-mono text-[0.8125rem] break-all select-all"
          >
            {secret}
          </code>
          <CopyButton value={secret} label="Copy the key" />
        </div>
      </div>
    </div>
  );
}
