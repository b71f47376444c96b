import type { Metadata } from "next";
import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { previewReplay } from "@/lib/stripe-events";
import { replaySizes } from "@/lib/stripe-events/schema";
import { openAdminContext } from "../../admin-context";
import { ReplayPreview } from "../_components/replay-preview";
import { loadReplaySearch, toEventFilter } from "../search-params";

export const metadata: Metadata = { title: "Replay webhooks" };

const toDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";

export default async function ReplayPage({ searchParams }: PageProps<"/admin/webhooks/replay">) {
  const { ctx } = await openAdminContext();
  const { size, ...filter } = await loadReplaySearch(searchParams);
  const preview = await previewReplay(ctx, toEventFilter(filter), size);
  const { type, object, from, to } = filter;
  const values = { type: type ?? "", object: object ?? "", from: toDay(from), to: toDay(to) };
  return (
    <>
      <PageHeader
        title="Replay webhooks"
        parents={[{ label: "Webhooks", href: "/admin/webhooks" }]}
        description="Only what was given up goes back, the oldest first. What Stripe repeats by itself needs nobody."
      />
      <Form action="/admin/webhooks/replay" className="mb-6 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        <Input
          name="type"
          aria-label="Type"
          placeholder="Any type"
          defaultValue={values.type}
          className="sm:w-52"
        />
        <Input
          name="object"
          aria-label="Id of an object"
          placeholder="Any object or customer"
          defaultValue={values.object}
          className="sm:w-60"
        />
        <Input name="from" type="date" aria-label="From" defaultValue={values.from} className="sm:w-38" />
        <Input name="to" type="date" aria-label="To" defaultValue={values.to} className="sm:w-38" />
        <Select name="size" aria-label="At once" defaultValue={size} className="sm:w-40">
          {replaySizes.map((count) => (
            <option key={count} value={count}>
              At most {count}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </Form>
      <ReplayPreview preview={preview} filter={{ status: "", ...values }} />
    </>
  );
}
