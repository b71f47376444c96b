import { Field } from "@/components/forms/field";
import { Input } from "@/components/ui/input";

interface EmailFieldProps {
  value: string | undefined;
  errors: readonly string[];
  autoComplete?: "email" | "username" | "username webauthn";
}

export function EmailField({ value, errors, autoComplete = "email" }: EmailFieldProps) {
  return (
    <Field name="email" label="Email" errors={errors}>
      {(control) => (
        <Input
          {...control}
          type="email"
          inputMode="email"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={value}
          required
        />
      )}
    </Field>
  );
}
