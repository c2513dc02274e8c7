/** Does a piece of work at every beat, sooner when it is nudged, never twice at once. */
export class Pulse {
  readonly #pauseMs: number;
  readonly #work: (goesOn: () => boolean) => Promise<void>;
  #running: Promise<void> | null = null;
  #wake: () => void = () => undefined;
  #nudged = false;
  #stopped = false;

  constructor(pauseMs: number, work: (goesOn: () => boolean) => Promise<void>) {
    this.#pauseMs = pauseMs;
    this.#work = work;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** A nudge during the work is heard after it. */
  nudge(): void {
    this.#nudged = true;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#nudged = false;
      await this.#work(() => !this.#stopped);
      await this.#pause();
    }
  }

  #pause(): Promise<void> {
    if (this.#nudged || this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
