import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { Input } from "@/components/ui/input";

import { Field } from "./field";

const render = (props: Partial<Parameters<typeof Field>[0]>) =>
  renderToStaticMarkup(
    <Field name="email" label="Email" {...props}>
      {(control) => <Input {...control} />}
    </Field>,
  );

describe("Field", () => {
  it("labels its control by id", () => {
    const html = render({});
    expect(html).toContain('<label for="email"');
    expect(html).toMatch(/<input id="email"[^>]* name="email"/);
  });

  it("has the hint read with the control, and calls nothing invalid", () => {
    const html = render({ hint: "Only for your account." });
    expect(html).toContain('aria-describedby="email-hint"');
    expect(html).toContain('<p id="email-hint"');
    expect(html).not.toContain("aria-invalid=");
  });

  it("marks the control invalid and reads the errors before the hint", () => {
    const html = render({ hint: "Only for your account.", errors: ["Enter an address.", "It is too long."] });
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="email-error email-hint"');
    expect(html).toMatch(/<p id="email-error"[^>]*>Enter an address. It is too long.</);
  });

  it("keeps two fields of one name apart by their ids", () => {
    const html = render({ id: "new-email", errors: ["Enter an address."] });
    expect(html).toContain('<label for="new-email"');
    expect(html).toMatch(/<input id="new-email"[^>]* name="email"/);
    expect(html).toContain('aria-describedby="new-email-error"');
  });
});
