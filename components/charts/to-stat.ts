import type { ComponentProps } from "react";
import { describeChange, type Measured } from "./describe-change";
import type { Stat } from "./stat";

type StatProps = Omit<ComponentProps<typeof Stat>, "of">;

interface Told<Value> extends Measured<Value>, Pick<StatProps, "label" | "trend" | "colour"> {
  /** Why there may be no figure. */
  why?: string;
}

/** A figure in words with its change; where there is none, a dash and why. */
export function toStat<Value extends number | bigint>(told: Told<Value>): StatProps {
  const { label, trend, colour, why, ...measured } = told;
  const { now, format } = measured;
  return {
    ...{ label, text: now === null ? "—" : format(now) },
    ...(trend ? { trend } : {}),
    ...(colour ? { colour } : {}),
    ...(now === null && why ? { note: why } : {}),
    ...describeChange(measured),
  };
}
