"use client";

import { Download, Printer } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link-button";

/** The one time that recovery codes are seen. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const text = `Recovery codes. Each works once.\n\n${codes.join("\n")}\n`;
  return (
    <div className="print-alone flex flex-col gap-5" role="region" aria-label="Your new recovery codes">
      <Alert tone="warning" title="Save these recovery codes now.">
        Two-factor sign-in is on. Each code lets you in once, should you lose your authenticator. They are not
        shown again.
      </Alert>
      <div className="flex items-start gap-1 rounded-md border border-line-strong bg-sunken py-3 pr-1.5 pl-4">
        <ul className="grid min-w-0 flex-1 gap-x-8 gap-y-1.5 font-mono text-sm select-all xl:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="print:hidden">
          <CopyButton value={codes.join("\n")} label="Copy the codes" />
        </div>
      </div>
      <div className="flex flex-wrap gap-3 print:hidden">
        <a
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          className={buttonStyles({ variant: "secondary" })}
        >
          <Download aria-hidden="true" />
          Download
        </a>
        <Button variant="secondary" onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          Print
        </Button>
        <LinkButton href="/settings/security">I have saved them</LinkButton>
      </div>
    </div>
  );
}
