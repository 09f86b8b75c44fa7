// POS rows that no reward belongs to: the rest of the day, leaks, refunds, and look-alikes of real redemptions.
import { drawRedemption, drawVisit } from './draw-redemption.ts';
import type { Patient } from './population.ts';
import type { PosLine, Redemption } from './redemption.ts';
import type { Scene } from './scene.ts';

const addLine = ({ scribe, binder }: Scene, line: PosLine): void => {
  binder.addPos(scribe.pos(line, []), line.visit.day + line.lateDays);
};

/** Somebody near the patient: in the household, or next in the list under another surname and address. */
function kinOf(scene: Scene, patient: Patient): Patient | undefined {
  for (const index of [patient.index + 1, patient.index - 1]) {
    const other = scene.patients[index];
    if (other !== undefined && other.household === patient.household) return other;
  }
  return undefined;
}

/**
 * Now and then, a POS row that looks like this redemption's but is somebody else's: family on the same day, the same
 * surname, first name or full name with another phone, or anybody with the same amount.
 */
export function writeDecoy(scene: Scene, redemption: Redemption, line: PosLine): void {
  const { random, scribe, patients, frame } = scene;
  if (!random.chance(scribe.habits.decoys)) return;
  const { patient } = redemption.visit;
  const stranger = random.pick(patients);
  const lookAlike = [
    () => kinOf(scene, patient) ?? { ...stranger, last: patient.last },
    () => ({ ...stranger, last: patient.last }),
    () => ({ ...stranger, first: patient.first, female: patient.female }),
    () => stranger,
    () => patient,
  ][random.weighted([4, 3, 2, 2, 1.5])]!();
  if (lookAlike === patient) {
    // The patient herself, weeks earlier or later, with the same amount and no reward.
    const apart = random.between(14, 45) * (random.chance(0.5) ? 1 : -1);
    const day = redemption.visit.day + apart;
    if (day < 0 || day >= frame.days) return;
    const visit = { ...redemption.visit, day, invoice: frame.nextInvoice() };
    addLine(scene, { ...line, visit, code: '' });
    return;
  }
  const visit = {
    ...redemption.visit,
    patient: lookAlike,
    invoice: frame.nextInvoice(),
    day: redemption.visit.day + (random.chance(0.7) ? 0 : random.between(-2, 2)),
    product: random.chance(0.5)
      ? redemption.visit.product
      : drawVisit(random, frame, lookAlike, true).product,
  };
  addLine(scene, { ...line, visit, code: '' });
}

/** Ordinary sales, and rewards given at the desk that never reached the portal. */
export function writeLeftovers(scene: Scene, rewards: number): void {
  const { random, scribe, patients, frame } = scene;
  const { habits } = scribe;
  for (let i = Math.round(rewards * habits.ordinarySales); i > 0; i--) {
    const visit = drawVisit(random, frame, random.pick(patients), random.chance(0.5));
    const type = random.chance(0.02) ? 'refund' : random.chance(0.01) ? 'void' : 'sale';
    addLine(scene, {
      visit,
      program: visit.product.program,
      cents: visit.priceCents,
      kind: 'sale',
      code: '',
      lateDays: 0,
      type,
    });
  }
  for (let i = Math.round(rewards * habits.leaks); i > 0; i--) {
    const visit = drawVisit(random, frame, random.pick(patients), true);
    const { program, rewardCents } = drawRedemption(random, habits, visit);
    addLine(scene, {
      visit,
      program,
      cents: rewardCents,
      kind: 'tender',
      code: '',
      lateDays: 0,
      type: 'sale',
    });
  }
}
