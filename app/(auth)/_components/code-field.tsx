import { Field } from "@/components/forms/field";
import { Input } from "@/components/ui/input";

interface CodeFieldProps {
  errors: readonly string[];
  /** Instead of a code of the authenticator. */
  recovery?: boolean;
  /** One or the other. */
  either?: boolean;
  /** Only where two forms on one page have this field. */
  id?: string;
}

/** The code of an authenticator, or a recovery code. Authenticators on phones fill it in by themselves. */
export function CodeField({ errors, recovery = false, either = false, id = "code" }: CodeFieldProps) {
  return recovery ? (
    <Field
      name="code"
      id={id}
      label="Recovery code"
      errors={errors}
      hint="One of the ten that you saved. It works once."
    >
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="xxxx-xxxx-xxxx-xxxx-xxxx-xxxx"
          className="font-mono"
          required
        />
      )}
    </Field>
  ) : (
    <Field
      name="code"
      id={id}
      label="Code"
      errors={errors}
      hint={
        either
          ? "Six digits from your authenticator app, or one of your recovery codes."
          : "Six digits from your authenticator app. They change every 30 seconds."
      }
    >
      {(control) => (
        <Input
          {...control}
          inputMode={either ? "text" : "numeric"}
          autoComplete="one-time-code"
          placeholder="123 456"
          className="tracking-[0.2em] tabular-nums"
          required
        />
      )}
    </Field>
  );
}
