// A sum as the steps that lead to it: each begins where the one before ended, the last ends at the total.

export interface SumPart {
  key: string;
  label: string;
  /** Why the part is as large as it is, in words. */
  detail: string;
  amount: number;
}

export interface SumStep extends SumPart {
  /** Running sums before and after. */
  from: number;
  to: number;
}

export interface RunningSums {
  steps: SumStep[];
  total: number;
  /** Bounds of an axis that takes in zero and every running sum. */
  lowest: number;
  highest: number;
}

/** The parts in their order, from zero. */
export function runningSums(parts: readonly SumPart[]): RunningSums {
  let total = 0;
  const steps = parts.map((part) => {
    const from = total;
    total += part.amount;
    return { ...part, from, to: total };
  });
  const sums = steps.map(({ to }) => to);
  return { steps, total, lowest: Math.min(0, ...sums), highest: Math.max(0, ...sums) };
}
