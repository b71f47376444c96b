import { formatDateTime } from "@/lib/shared/format";
import type { DataSet } from "./data-set";

interface Readme {
  email: string;
  madeAt: Date;
  dataSets: readonly DataSet[];
  hasPicture: boolean;
}

/** What is in the zip and how to read it, in plain text. */
export function toReadme({ email, madeAt, dataSets, hasPicture }: Readme): string {
  return [
    `All that QuickScale keeps of ${email}`,
    `Made on ${formatDateTime(madeAt)}.`,
    "",
    "Each kind of data is in two files: .json for programs, .csv for spreadsheets.",
    "",
    ...dataSets.map(({ name, about }) => `  ${name}\n      ${about}`),
    ...(hasPicture ? ["  profile-picture.webp\n      The picture of your profile."] : []),
    "",
    "Times are in UTC (ISO 8601). Amounts of money (…_minor) are in the smallest unit of their currency, such as cents.",
    "In the CSV files, text that a spreadsheet would run as a formula has an apostrophe before it.",
    "Secrets are left out: passwords, keys and links are stored in a form that cannot be read, or would let others in.",
    "",
  ].join("\n");
}
