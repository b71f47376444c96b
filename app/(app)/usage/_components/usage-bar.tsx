import { Card } from "@/components/ui/card";
import type { UsageDay } from "@/lib/usage/types";
import { listSubjects, type Subject } from "../_datasets/usage-question";
import type { UsageRange } from "../_range/read-search";
import type { UsageSearch } from "../search-params";
import { toSubjectTitle } from "../subject-title";
import { PresetLinks } from "./preset-links";
import { UsageChoice, type ChoiceGroup } from "./usage-choice";
import { UsageForm } from "./usage-form";

type UsageBarProps = {
  search: UsageSearch;
  asked: UsageRange;
  /** Of the range, whatever the filters: what is in them can be chosen. */
  days: readonly UsageDay[];
};

const kindOptions = [
  { value: "", text: "Runs and calls" },
  { value: "run", text: "Runs" },
  { value: "api_call", text: "API calls" },
];
const sourceOptions = [
  { value: "", text: "Anywhere" },
  { value: "web", text: "On the site" },
  { value: "api", text: "By the API" },
];

/** Everything that is asked; all of it stands in the address. */
export function UsageBar({ search, asked, days }: UsageBarProps) {
  return (
    <Card aria-label="What is shown" className="mb-6">
      <PresetLinks search={search} current={asked.preset} />
      <UsageForm typed={asked.typed} problem={asked.problem} period={asked.preset}>
        <UsageChoice
          name="subject"
          label="What was used"
          value={search.subject}
          groups={toSubjectGroups(listSubjects(days), search)}
          className="col-span-2 sm:w-52"
        />
        <UsageChoice
          name="kind"
          label="Runs or calls"
          value={search.kind ?? ""}
          groups={[{ label: "", options: kindOptions }]}
          className="sm:w-38"
        />
        <UsageChoice
          name="source"
          label="From where"
          value={search.source ?? ""}
          groups={[{ label: "", options: sourceOptions }]}
          className="sm:w-34"
        />
      </UsageForm>
    </Card>
  );
}

/** What is chosen can be seen, also where it was not used in these days. */
function toSubjectGroups(subjects: readonly Subject[], { subject: chosen }: UsageSearch): ChoiceGroup[] {
  const optionsOf = (kind: Subject["kind"]) =>
    subjects
      .filter((one) => one.kind === kind)
      .map((one) => ({ value: one.subject, text: toSubjectTitle(one) }));
  const missing = chosen !== "" && !subjects.some(({ subject }) => subject === chosen);
  const own = missing ? [{ value: chosen, text: toSubjectTitle({ kind: "run", subject: chosen }) }] : [];
  return [
    { label: "", options: [{ value: "", text: "Everything" }, ...own] },
    { label: "Services", options: optionsOf("run") },
    { label: "API", options: optionsOf("api_call") },
  ].filter(({ options }) => options.length > 0);
}
