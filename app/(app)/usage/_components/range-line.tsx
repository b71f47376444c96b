import Link from "next/link";
import { rangeWords } from "@/components/ranges/range-words";
import type { UsageRange } from "../_range/read-search";

type RangeLineProps = {
  asked: UsageRange;
  /** In whose days the figures are. */
  zone: string;
  /** That of the profile. */
  ownZone: string | null;
  today: string;
};

const toWords = (zone: string) => zone.replaceAll("_", " ");

/** Which days the figures are of, which they are compared with, and by whose clock a day begins. */
export function RangeLine({ asked: { range, before }, zone, ownZone, today }: RangeLineProps) {
  const running = range.from <= today && today <= range.to;
  return (
    <>
      {rangeWords(range)}, compared with {rangeWords(before)}.{running ? " Today is not over." : ""} Days are
      those of {toWords(zone)}
      {ownZone && ownZone !== zone ? `; those of ${toWords(ownZone)} are being counted` : ""} (
      <Link
        href="/settings/profile"
        className="whitespace-nowrap text-accent-ink underline underline-offset-4"
      >
        {ownZone ? "change" : "set your time zone"}
      </Link>
      ).
    </>
  );
}
