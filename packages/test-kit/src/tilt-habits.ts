// No two spas are alike: each book leans its process's habits its own way, so that several seeds are several spas.
import type { Habits } from './habits.ts';
import type { Random } from './random.ts';

/** A factor between 1 / most and most, as likely above one as below. */
const factor = (random: Random, most: number): number => most ** (2 * random.next() - 1);

/** The habits with every shape and rate made commoner or rarer. */
export function tiltHabits(random: Random, habits: Habits): Habits {
  const shapes = { ...habits.shapes };
  for (const shape of Object.keys(shapes) as (keyof typeof shapes)[]) shapes[shape] *= factor(random, 2.2);
  // Some spas' exports hold tender lines only, some whole invoices only.
  if (random.chance(0.25)) shapes.invoice *= 0.05;
  else if (random.chance(0.15)) shapes.tender *= 0.05;
  return {
    ...habits,
    shapes,
    rewardsPerPatient: Math.max(1, habits.rewardsPerPatient * factor(random, 1.4)),
    missingInPos: habits.missingInPos * factor(random, 1.8),
    ordinarySales: habits.ordinarySales * factor(random, 2),
    leaks: habits.leaks * factor(random, 1.8),
    decoys: habits.decoys * factor(random, 1.8),
    codeInPos: Math.min(0.9, habits.codeInPos * factor(random, 2)),
  };
}
