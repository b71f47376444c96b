import { Badge } from "@/components/ui/badge";
import type { OperationView } from "../_reference/read-reference";
import { CodeBlock } from "./code-block";
import { FieldList } from "./field-list";
import { RichText } from "./rich-text";

export function OperationSection({ operation }: { operation: OperationView }) {
  const { id, method, path, summary, paragraphs, deprecated, parameters, body, curl, answer, problems } =
    operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-24 border-t border-line py-10 first-of-type:border-t-0 first-of-type:pt-0"
    >
      <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-2">
        <div className="min-w-0">
          <h3 id={`${id}-title`} className="flex flex-wrap items-center gap-2 text-lg">
            {summary}
            {deprecated ? <Badge tone="warning">Deprecated</Badge> : null}
          </h3>
          <p className="mt-2 flex flex-wrap items-center gap-2 font-mono text-[0.8125rem]">
            <Badge tone={method === "get" ? "accent" : "positive"}>{method.toUpperCase()}</Badge>
            <span className="break-all">/api/v1{path}</span>
          </p>
          {paragraphs.map((text) => (
            <p key={text} className="mt-3 max-w-[68ch] text-sm text-ink-muted">
              <RichText text={text} />
            </p>
          ))}
          <FieldList heading="Parameters" fields={parameters} sent />
          <FieldList heading="Body, as JSON" fields={body} sent />
          <FieldList heading={`Answer, ${answer.status}`} fields={answer.fields} />
          <div className="mt-6">
            <h4 className="text-[0.8125rem] font-medium text-ink-muted">Problems</h4>
            <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-1.5 text-[0.8125rem]">
              {problems.map((code) => (
                <li key={code}>
                  <a
                    href={`#${code}`}
                    className="rounded-xs font-mono text-accent-ink underline underline-offset-2"
                  >
                    {code}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-3 xl:sticky xl:top-24">
          <CodeBlock title="Request" of={summary} code={curl} />
          {answer.example ? (
            <CodeBlock title={`Answer, ${answer.status}`} of={summary} code={answer.example} />
          ) : null}
        </div>
      </div>
    </section>
  );
}
