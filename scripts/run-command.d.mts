export const root: string;
export function projectEnv(extra?: Record<string, string>): NodeJS.ProcessEnv;
export function run(
  command: string,
  args: string[],
  options?: { env?: Record<string, string>; quiet?: boolean; background?: boolean },
): Promise<string>;
