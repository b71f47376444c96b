import type { Route } from "next";
import Form from "next/form";
import type { ReactNode } from "react";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Input } from "@/components/ui/input";

interface DayFormProps {
  action: Route;
  title: string;
  label: string;
  hint?: ReactNode;
  day: string;
  min: string;
}

/** The first step of an act that lasts until a day, which stands in the address. */
export function DayForm({ action, title, label, hint, day, min }: DayFormProps) {
  return (
    <Card aria-labelledby="choice">
      <CardHeader id="choice" title={title} />
      <CardBody>
        <Form action={action} scroll={false} className="flex flex-col gap-4">
          <Field name="until" label={label} hint={hint}>
            {(control) => (
              <Input {...control} type="date" min={min} defaultValue={day} className="max-w-48" />
            )}
          </Field>
          <Button type="submit" variant="secondary" className="self-start">
            Show what happens
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
