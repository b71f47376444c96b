import { type ReactNode } from "react";

import { Label } from "@/components/ui/label";

/** Spread onto the control, so that its hint and errors are read with it. */
type ControlProps = {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  /** At the right of the label: a link such as "Forgot password?". */
  aside?: ReactNode;
  /** Only where two forms on one page have a field of the same name. */
  id?: string;
  children: (control: ControlProps) => ReactNode;
};

/** A label, a control, a hint and the errors at the field, tied together for everyone. */
export function Field({ name, label, hint, errors = [], aside, id = name, children }: FieldProps) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const failed = errors.length > 0;
  const describedBy = [failed ? errorId : null, hint ? hintId : null].filter(Boolean).join(" ");

  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={id}>{label}</Label>
        {aside ? <span className="text-[0.8125rem]">{aside}</span> : null}
      </div>
      {children({
        id,
        name,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(failed ? { "aria-invalid": true as const } : {}),
      })}
      {failed ? (
        <p id={errorId} className="text-[0.8125rem] break-words text-danger">
          {errors.join(" ")}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-[0.8125rem] text-ink-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
