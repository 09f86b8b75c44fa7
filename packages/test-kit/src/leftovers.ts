// POS rows that no reward belongs to: the rest of the day, leaks, refunds, and look-alikes of real redemptions.
import { isCommonAmount } from './decidable.ts';
import { drawRedemption, drawVisit } from './draw-redemption.ts';
import type { Patient } from './population.ts';
import type { PosLine, Redemption, Visit } from './redemption.ts';
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
    if (day < 0 || day >= frame.days || !scene.diary.take(patient, day)) return;
    const visit = { ...redemption.visit, day, invoice: frame.nextInvoice() };
    addLine(scene, { ...line, visit, code: '' });
    return;
  }
  const other = drawVisit(random, frame, lookAlike, true);
  const visit = {
    ...redemption.visit,
    patient: lookAlike,
    priceCents: other.priceCents,
    invoice: frame.nextInvoice(),
    day: redemption.visit.day + (random.chance(0.7) ? 0 : random.between(-2, 2)),
    product: random.chance(0.5) ? redemption.visit.product : other.product,
  };
  // Many rows of a day carry the same common amount; a price is met twice now and then.
  const cents = isCommonAmount(line.cents) || random.chance(0.75) ? line.cents : visit.priceCents;
  addLine(scene, { ...line, cents, visit, code: '' });
}

/** Tries to find a patient and a day apart from her other visits; a crowded book takes the last one drawn. */
const MAX_TRIES = 30;

/** Ordinary sales, and rewards given at the desk that never reached the portal. */
export function writeLeftovers(scene: Scene, rewards: number): void {
  const { random, scribe, patients, frame, diary } = scene;
  const { habits } = scribe;
  const drawApart = (rewarded: boolean): Visit => {
    let visit = drawVisit(random, frame, random.pick(patients), rewarded);
    for (let tries = 1; tries < MAX_TRIES && !diary.take(visit.patient, visit.day); tries++) {
      visit = drawVisit(random, frame, random.pick(patients), rewarded);
    }
    return visit;
  };
  for (let i = Math.round(rewards * habits.ordinarySales); i > 0; i--) {
    const visit = drawApart(random.chance(0.5));
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
    const visit = drawApart(true);
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
