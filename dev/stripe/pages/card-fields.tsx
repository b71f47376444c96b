import { type CardForm, type FormProblems } from "./card-form";
import { Field } from "./field";

/** The four fields of a card, the same wherever one is typed on a hosted page. */
export function CardFields({ form, problems }: { form: CardForm; problems: FormProblems }) {
  const field = (name: keyof CardForm) => ({ name, value: form[name], problem: problems[name] });
  return (
    <>
      <Field
        {...field("number")}
        label="Card number"
        inputMode="numeric"
        autoComplete="cc-number"
        placeholder="1234 1234 1234 1234"
      />
      <div className="pair">
        <Field
          {...field("expiry")}
          label="Expiration"
          inputMode="numeric"
          autoComplete="cc-exp"
          placeholder="MM / YY"
        />
        <Field {...field("cvc")} label="CVC" inputMode="numeric" autoComplete="cc-csc" placeholder="CVC" />
      </div>
      <Field {...field("name")} label="Name on card" autoComplete="cc-name" />
    </>
  );
}
