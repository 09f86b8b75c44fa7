// Times the stages and tells progress. The share of each stage was measured on 10,000 × 10,000 rows.

const SHARE_AT_START: Readonly<Record<string, number>> = {
  normalise: 0,
  understand: 0.24,
  block: 0.25,
  compare: 0.5,
  score: 0.65,
  assign: 0.85,
  explain: 0.9,
  done: 1,
};

/** Shorter than anybody waits for an answer to Ctrl-C, longer than a turn costs. */
const TURN_MS = 100;

type Stage = keyof typeof SHARE_AT_START;

export class StageClock {
  readonly stages: { stage: string; durationMs: number }[] = [];

  private turnAt = 0;

  /** `report` may throw to stop the job: it is called before every stage and every batch. */
  constructor(
    private readonly now: () => number,
    private readonly report: (stage: string, processedShare: number, matchesFound: number) => void,
  ) {}

  async time<T>(stage: Stage, run: () => T | Promise<T>): Promise<T> {
    await this.turn();
    this.report(stage, SHARE_AT_START[stage]!, 0);
    const startedAt = this.now();
    const result = await run();
    this.stages.push({ stage, durationMs: this.now() - startedAt });
    return result;
  }

  /** Lets a cancellation or a request that waited for this thread be heard: a signal arrives with the event loop only. */
  private async turn(): Promise<void> {
    if (this.now() - this.turnAt < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.turnAt = this.now();
  }

  /** Within a stage, between batches. */
  checkpoint(stage: Stage, processed: number, total: number): void {
    const from = SHARE_AT_START[stage]!;
    const to = Math.min(...Object.values(SHARE_AT_START).filter((share) => share > from));
    this.report(stage, from + (to - from) * (processed / total), 0);
  }

  finish(matchesFound: number): void {
    this.report('done', SHARE_AT_START.done!, matchesFound);
  }
}
