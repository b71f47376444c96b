import { type SettingsStore } from "../store/settings-store";

const OFFSET = "clock_offset_seconds";

/** The stand-in's time in whole seconds: the machine's own, moved ahead by what was asked for. */
export class Clock {
  readonly #settings: SettingsStore;
  readonly #wallClockMs: () => number;
  #frozenAt: number | null = null;

  constructor(settings: SettingsStore, wallClockMs: () => number) {
    this.#settings = settings;
    this.#wallClockMs = wallClockMs;
  }

  now(): number {
    return this.#frozenAt ?? Math.floor(this.#wallClockMs() / 1000) + this.offset;
  }

  get offset(): number {
    return Number(this.#settings.get(OFFSET) ?? 0);
  }

  moveAhead(seconds: number): void {
    this.#settings.set(OFFSET, String(this.offset + seconds));
  }

  /** Runs `work` as if it were `second`: what falls due in a leap is done at its own time. */
  at<Result>(second: number, work: () => Result): Result {
    const before = this.#frozenAt;
    this.#frozenAt = second;
    try {
      return work();
    } finally {
      this.#frozenAt = before;
    }
  }
}
