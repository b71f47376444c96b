import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import type { Answer, FromApp, ToApp } from "@/tests/chaos/app/messages";
import type { CallName, Input, Output } from "@/tests/chaos/app/calls";

export interface AppOptions {
  bundle: string;
  env: Record<string, string>;
  logFile: string;
}

export type Actor = { userId: string; role: "member" | "admin" } | null;

interface Process {
  child: ChildProcess;
  loaded: Promise<void>;
  ready: Promise<string>;
  stopped: Promise<void>;
  exited: Promise<void>;
}

/** The app's process as the harness has it: killed at any moment, and another put in its place. */
export class App {
  readonly #options: AppOptions;
  #standby: Process | null = null;
  #current: Process | null = null;
  #webhookUrl: string | null = null;
  #lastCall = 0;
  /** How often the process ended although nobody killed it. */
  diedByItself = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  constructor(options: AppOptions) {
    this.#options = options;
    this.#standby = this.#spawn();
  }

  /** Null while it is down. */
  get webhookUrl(): string | null {
    return this.#webhookUrl;
  }

  get isUp(): boolean {
    return this.#webhookUrl !== null;
  }

  /** A process whose code was read while the one before still ran takes its place at once. */
  async start(): Promise<void> {
    const next = this.#standby ?? this.#spawn();
    this.#standby = null;
    this.#current = next;
    await next.loaded;
    next.child.send({ kind: "go" } satisfies ToApp);
    this.#webhookUrl = await next.ready;
    this.#standby = this.#spawn();
  }

  async kill(): Promise<void> {
    const process = this.#current;
    this.#current = null;
    this.#webhookUrl = null;
    if (process) await this.#end(process);
  }

  async close(): Promise<void> {
    await this.kill();
    if (this.#standby) await this.#end(this.#standby);
    this.#standby = null;
  }

  /** From now on jobs run only when asked to be worked off. */
  async stopWorker(): Promise<void> {
    this.#current?.child.send({ kind: "stop-worker" } satisfies ToApp);
    await this.#current?.stopped;
  }

  call<Name extends CallName>(
    name: Name,
    actor: Actor,
    ...[input]: Input<Name> extends undefined ? [] : [Input<Name>]
  ): Promise<Answer<Output<Name>>> {
    const { child } = this.#current ?? {};
    if (!child?.connected || !this.isUp) return Promise.resolve({ outcome: "killed" });
    const id = (this.#lastCall += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve as (answer: Answer) => void);
      child.send({ kind: "call", id, name, actor, input } satisfies ToApp, (error) => {
        if (error) this.#answer(id, { outcome: "killed" });
      });
    });
  }

  #answer(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  async #end({ child, exited }: Process): Promise<void> {
    child.kill("SIGKILL");
    await exited;
  }

  #spawn(): Process {
    const { bundle, env, logFile } = this.#options;
    const child = spawn(process.execPath, [bundle], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      serialization: "advanced",
    });
    const log = createWriteStream(logFile, { flags: "a" });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    const heard = <T>(read: (message: FromApp) => T | undefined) =>
      new Promise<T>((resolve) => {
        child.on("message", (message) => {
          const value = read(message as FromApp);
          if (value !== undefined) resolve(value);
        });
      });
    let wasReady = false;
    child.on("message", (message) => {
      const told = message as FromApp;
      wasReady ||= told.kind === "ready";
      if (told.kind === "answer") this.#answer(told.id, told.answer);
    });
    const exited = new Promise<void>((resolve) =>
      child.once("exit", (_code, signal) => {
        if (signal !== "SIGKILL" && this.#current?.child === child) {
          this.#current = null;
          this.#webhookUrl = null;
          this.diedByItself += 1;
        }
        if (wasReady) for (const id of [...this.#waiting.keys()]) this.#answer(id, { outcome: "killed" });
        resolve();
      }),
    );
    return {
      child,
      loaded: heard((message) => (message.kind === "loaded" ? true : undefined)).then(() => undefined),
      ready: heard((message) => (message.kind === "ready" ? message.webhookUrl : undefined)),
      stopped: heard((message) => (message.kind === "worker-stopped" ? true : undefined)).then(
        () => undefined,
      ),
      exited,
    };
  }
}
