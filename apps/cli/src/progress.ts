// A progress bar where somebody watches; silence in a pipe.

export interface ProgressBar {
  /** `share` from 0 to 1 of the stage named. */
  show(stage: string, share: number): void;
  stop(): void;
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
    show: (stage, share) => bar.update(Math.min(1, share), { stage }),
    stop: () => bar.stop(),
  };
}
