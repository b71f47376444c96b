import { type InputHTMLAttributes } from "react";

type FieldProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "inputMode" | "autoComplete" | "placeholder" | "readOnly"
> & { name: string; label: string; value: string; problem: string | undefined };

/** A labelled input that keeps what was typed and says what is wrong with it. */
export function Field({ name, label, value, problem, ...input }: FieldProps) {
  const problemId = `${name}-problem`;
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        {...input}
        id={name}
        name={name}
        defaultValue={value}
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
      />
      {problem ? (
        <p className="problem" id={problemId}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
