export interface LoggedRequest {
  id: string;
  method: string;
  path: string;
  /** 0: the call was left hanging on purpose. */
  status: number;
  at?: number;
}

const KEPT = 100;

/** The latest API calls, for the dashboard and for tests that count them. Not kept over a restart. */
export class RequestLog {
  #latest: LoggedRequest[] = [];
  #total = 0;
  readonly #byRoute = new Map<string, number>();

  add(request: LoggedRequest): void {
    this.#total += 1;
    const route = `${request.method} ${request.path.replaceAll(/\/[a-z]+_[A-Za-z0-9_]+/g, "/{id}")}`;
    this.#byRoute.set(route, (this.#byRoute.get(route) ?? 0) + 1);
    this.#latest = [{ ...request, at: Date.now() }, ...this.#latest.slice(0, KEPT - 1)];
  }

  get latest(): LoggedRequest[] {
    return this.#latest;
  }

  get counts(): { total: number; byRoute: Record<string, number> } {
    return { total: this.#total, byRoute: Object.fromEntries(this.#byRoute) };
  }

  clear(): void {
    this.#latest = [];
    this.#total = 0;
    this.#byRoute.clear();
  }
}
