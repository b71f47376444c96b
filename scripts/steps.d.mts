export function elapsed(): string;
export function step<T>(name: string, work: () => Promise<T> | T): Promise<T>;
export function fail(error: unknown): never;
