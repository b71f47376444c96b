import type { Metadata } from "next";
import Link from "next/link";
import { findAppUrl } from "@/lib/env";
import { CodeBlock } from "./_components/code-block";
import { Contents } from "./_components/contents";
import { OperationSection } from "./_components/operation-section";
import { ProblemList } from "./_components/problem-list";
import { RichText } from "./_components/rich-text";
import { readReference } from "./_reference/read-reference";

export const metadata: Metadata = {
  title: "API reference",
  description: "Run services and read credits from your own programs: every operation with an example.",
};

const link = "rounded-xs text-accent-ink underline underline-offset-2";

export default function ApiReferencePage() {
  const { intro, groups, problems } = readReference();
  const address = findAppUrl()?.origin ?? "https://your-address.example";
  return (
    <div className="page-width grid items-start gap-x-12 pt-10 pb-20 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <Contents groups={groups} />
      <div className="min-w-0">
        <section id="start" className="scroll-mt-24 pb-10">
          <h1 className="text-3xl tracking-[-0.02em]">API reference</h1>
          {intro.map((text) => (
            <p key={text} className="mt-4 max-w-[72ch] text-ink-muted">
              <RichText text={text} />
            </p>
          ))}
          <p className="mt-4 max-w-[72ch] text-ink-muted">
            Make a key in{" "}
            <Link href="/settings/api-keys" className={link}>
              Settings, API keys
            </Link>
            . The document behind this page is{" "}
            <a href="/api/v1/openapi.json" className={link}>
              OpenAPI 3.1
            </a>
            . The examples below expect two variables:
          </p>
          <div className="mt-4 max-w-[72ch]">
            <CodeBlock
              title="Variables"
              of="the examples"
              code={`export QUICKSCALE_URL="${address}"\nexport QUICKSCALE_KEY="qs_…"`}
            />
          </div>
        </section>
        {groups.map(({ name, operations }) => (
          <div key={name}>
            <h2 className="border-t border-line pt-10 pb-6 text-xl">{name}</h2>
            {operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </div>
        ))}
        <ProblemList problems={problems} />
      </div>
    </div>
  );
}
