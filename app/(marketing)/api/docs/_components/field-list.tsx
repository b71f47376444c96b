import type { FieldView } from "../_reference/read-reference";
import { RichText } from "./rich-text";

interface FieldListProps {
  heading: string;
  fields: readonly (FieldView & { place?: string })[];
  /** Answers always have all of their fields: only what is sent can be left out. */
  sent?: boolean;
}

export function FieldList({ heading, fields, sent = false }: FieldListProps) {
  if (fields.length === 0) return null;
  return (
    <div className="mt-6">
      <h4 className="text-[0.8125rem] font-medium text-ink-muted">{heading}</h4>
      <dl className="mt-1 divide-y divide-line border-y border-line">
        {fields.map(({ name, type, required, description, place }) => (
          <div key={name} className="py-2.5 text-sm">
            <dt className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
              <code className="font-mono font-medium break-all text-ink">{name}</code>
              <span className="min-w-0 text-[0.8125rem] break-words text-ink-muted">
                {place ? `${place}, ` : ""}
                {type}
                {sent ? (required ? ", required" : ", optional") : ""}
              </span>
            </dt>
            {description ? (
              <dd className="mt-0.5 text-ink-muted">
                <RichText text={description} />
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </div>
  );
}
