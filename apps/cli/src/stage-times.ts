// How long each part of a run took, in the order they ran: the command's own parts around those of the engine.

export interface StageTime {
  stage: string;
  durationMs: number;
}

export class StageTimes {
  readonly #stages: StageTime[] = [];

  add(...stages: readonly StageTime[]): void {
    this.#stages.push(...stages);
  }

  async time<T>(stage: string, run: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await run();
    this.add({ stage, durationMs: performance.now() - startedAt });
    return result;
  }

  /** One line of JSON, `{"stages":[{"stage":"read rewards","duration_ms":12.3},…]}`, for a program to read. */
  line(): string {
    const stages = this.#stages.map(({ stage, durationMs }) => ({
      stage,
      duration_ms: Number(durationMs.toFixed(1)),
    }));
    return `${JSON.stringify({ stages })}\n`;
  }
}
