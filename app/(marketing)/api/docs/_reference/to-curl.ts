interface CurlCall {
  method: string;
  path: string;
  body: unknown;
  repeatable: boolean;
  /** The answer is a file. */
  saves: boolean;
}

const samples: Readonly<Record<string, string>> = { slug: "text-statistics", id: "$RUN_ID" };

/** A call to paste into a shell that knows QUICKSCALE_URL and QUICKSCALE_KEY. */
export function toCurl({ path, body, repeatable, saves }: CurlCall): string {
  const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => samples[name] ?? name);
  const json = JSON.stringify(body).replaceAll("'", "'\\''");
  return [
    `curl "$QUICKSCALE_URL/api/v1${address}"`,
    '-H "Authorization: Bearer $QUICKSCALE_KEY"',
    ...(repeatable ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === null ? [] : ['-H "Content-Type: application/json"', `-d '${json}'`]),
    ...(saves ? ["-o result"] : []),
  ].join(" \\\n  ");
}
