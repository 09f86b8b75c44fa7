// A progress bar where somebody watches; silence in a pipe.

export interface ProgressBar {
  /** `share` from 0 to 1 of the whole run. */
  show(stage: string, share: number): void;
  stop(): void;
}

/** Where each part of a run begins, as a share of its time; measured on 100,000 rewards. */
const BEGINS = { reading: 0, matching: 0.12, writing: 0.95, end: 1 };

/**
 * Shows one part after the other as shares of the whole run, never going back: a file is opened more than once, and two may be read
 * at a time.
 */
export class RunProgress {
  readonly #bar: ProgressBar;
  readonly #read = { rewards: 0, POS: 0 };
  #shown = 0;

  constructor(bar: ProgressBar) {
    this.#bar = bar;
  }

  reading = (name: 'rewards' | 'POS', share: number) => {
    this.#read[name] = share;
    const both = (this.#read.rewards + this.#read.POS) / 2;
    this.#show(`reading ${name}`, both, BEGINS.reading, BEGINS.matching);
  };
  matching = (stage: string, share: number) => this.#show(stage, share, BEGINS.matching, BEGINS.writing);
  writing = (share: number) => this.#show('writing', share, BEGINS.writing, BEGINS.end);

  #show(stage: string, share: number, from: number, to: number): void {
    this.#shown = Math.max(this.#shown, from + Math.min(1, share) * (to - from));
    this.#bar.show(stage, this.#shown);
  }
}

const SILENT: ProgressBar = { show: () => undefined, stop: () => undefined };
/** Redraws per second would cost more than the work if every batch drew. */
const FRAMES_PER_SECOND = 10;

export async function createProgressBar(isTerminal: boolean): Promise<ProgressBar> {
  if (!isTerminal) return SILENT;
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar(
    {
      format: '{bar} {percentage}%  {stage}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      fps: FRAMES_PER_SECOND,
    },
    progress.Presets.shades_classic,
  );
  bar.start(1, 0, { stage: '' });
  return {
    show: (stage, share) => bar.update(share, { stage }),
    stop: () => bar.stop(),
  };
}
