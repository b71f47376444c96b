import { type SettingsStore } from "../store/settings-store";

const OFFSET = "clock_offset_seconds";

interface Moment {
  second: number;
  testClock: string | null;
}

/** The stand-in's time in whole seconds: the machine's own, moved ahead by what was asked for. */
export class Clock {
  readonly #settings: SettingsStore;
  readonly #wallClockMs: () => number;
  #moment: Moment | null = null;

  constructor(settings: SettingsStore, wallClockMs: () => number) {
    this.#settings = settings;
    this.#wallClockMs = wallClockMs;
  }

  now(): number {
    return this.#moment?.second ?? this.ownNow();
  }

  /** The stand-in's own time, whatever moment is being lived through. */
  ownNow(): number {
    return Math.floor(this.#wallClockMs() / 1000) + this.offset;
  }

  /** The test clock whose time it is; null: the stand-in's own. */
  get testClock(): string | null {
    return this.#moment?.testClock ?? null;
  }

  get offset(): number {
    return Number(this.#settings.get(OFFSET) ?? 0);
  }

  moveAhead(seconds: number): void {
    this.#settings.set(OFFSET, String(this.offset + seconds));
  }

  /** Runs `work` as if it were `second`: what falls due in a leap is done at its own time. */
  at<Result>(second: number, testClock: string | null, work: () => Result): Result {
    const before = this.#moment;
    this.#moment = { second, testClock };
    try {
      return work();
    } finally {
      this.#moment = before;
    }
  }
}
