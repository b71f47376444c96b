import { z } from "zod";
import { InvalidServiceInput, ServiceMisbehaved } from "./errors";
import { isQuote } from "./policy";
import type { FormField, OutputBlock, ServiceIcon, ServicePage, ServicePrice } from "./types";
import type { UploadedFile } from "./uploaded-file";

/** A form as it arrived: text and files by field name. */
export type RawInput = Readonly<Record<string, string | UploadedFile>>;

export interface ResultFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface ServiceResult<Output = unknown> {
  /** Plain JSON of the service's `output` schema: what the API returns and what is kept with the run. */
  output: Output;
  file?: ResultFile;
  /** What it really cost. Less than the quote is taken as it is, more is cut to the quote. Absent: the quote. */
  actualMilli?: bigint;
}

interface ServiceSpec<Input extends z.ZodType, Output extends z.ZodType> {
  /** In addresses and in history, for ever. */
  slug: string;
  title: string;
  summary: string;
  icon: ServiceIcon;
  price: ServicePrice | null;
  /**
   * What one run costs us, failed ones too, as the milli-credits that would pay for it: for the margin in analytics.
   * Absent: not known.
   */
  costPerRunMilli?: bigint;
  /** False hides the service and refuses new runs; finished runs stay readable. */
  active?: boolean;
  /** After this a run is given up and not charged. `run` must yield to the event loop to be stoppable. */
  timeoutMs: number;
  fields: readonly FormField[];
  problems: Readonly<Record<string, string>>;
  input: Input;
  output: Output;
  /** Milli-credits. Cheap, and without effects: it is asked for while somebody types. */
  quote(input: z.output<Input>): bigint | Promise<bigint>;
  run(call: { input: z.output<Input>; signal: AbortSignal }): Promise<ServiceResult<z.output<Output>>>;
  present(output: z.output<Output>): readonly OutputBlock[];
}

/** One accepted input of one service. */
export interface PreparedRun {
  quote(): Promise<bigint>;
  run(signal: AbortSignal): Promise<ServiceResult>;
}

/** A service without its input and output types, so that all services fit one list. */
export interface Service extends ServicePage {
  readonly active: boolean;
  readonly timeoutMs: number;
  /** Null where it is not known. */
  readonly costPerRunMilli: bigint | null;
  /** @throws InvalidServiceInput */
  prepare(raw: RawInput): PreparedRun;
  /** Blocks for a stored output; none when it was stored by an older version of the service. */
  present(output: unknown): readonly OutputBlock[];
}

/** Declares a service: this one value is its form, its price, its work and its result. */
export function defineService<Input extends z.ZodType, Output extends z.ZodType>(
  spec: ServiceSpec<Input, Output>,
): Service {
  const { slug, title, summary, icon, price, fields, problems, timeoutMs } = spec;
  const { active = true, costPerRunMilli = null } = spec;
  return {
    ...{ slug, title, summary, icon, price, fields, problems, timeoutMs, active, costPerRunMilli },
    prepare(raw) {
      const parsed = spec.input.safeParse(raw);
      if (!parsed.success) throw new InvalidServiceInput(toFieldErrors(parsed.error));
      const input = parsed.data;
      return {
        async quote() {
          const quoteMilli: unknown = await spec.quote(input);
          if (!isQuote(quoteMilli)) throw new ServiceMisbehaved(slug, "quote");
          return quoteMilli;
        },
        async run(signal) {
          const result = await spec.run({ input, signal });
          return { ...result, output: spec.output.parse(result.output) };
        },
      };
    },
    present(output) {
      const parsed = spec.output.safeParse(output);
      return parsed.success ? spec.present(parsed.data) : [];
    },
  };
}

function toFieldErrors(error: z.ZodError): Record<string, string[]> {
  const { fieldErrors } = z.flattenError(error);
  return Object.fromEntries(
    Object.entries(fieldErrors).map(([field, errors]) => [field, errors as string[]]),
  );
}
