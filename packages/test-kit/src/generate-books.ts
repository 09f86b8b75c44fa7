// The story of a book: people, visits, redemptions, the rows both sides write about them, and rows that mislead.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorProcessName, ErrorType, GenerateOptions, SyntheticBooks } from './books.ts';
import { ERROR_PROCESSES } from './books.ts';
import { isRealDate } from './calendar.ts';
import { isDecidable } from './decidable.ts';
import { drawRedemption, drawVisit } from './draw-redemption.ts';
import { writeDecoy, writeLeftovers } from './leftovers.ts';
import { drawPosLines } from './pos-lines.ts';
import { openBulkImport } from './processes/bulk-import.ts';
import { withColumns } from './processes/file-columns.ts';
import { openFrontDesk } from './processes/front-desk.ts';
import { openMigration } from './processes/migration.ts';
import { openPortalClerk } from './processes/portal-clerk.ts';
import { openRegistry } from './processes/registry.ts';
import type { OpenDesk } from './processes/scribe.ts';
import type { Random } from './random.ts';
import type { Redemption } from './redemption.ts';
import { type Scene, setScene } from './scene.ts';
import { tiltHabits } from './tilt-habits.ts';

const DESKS: Readonly<Record<ErrorProcessName, OpenDesk>> = {
  'front-desk': openFrontDesk,
  'portal-clerk': openPortalClerk,
  'bulk-import': openBulkImport,
  registry: openRegistry,
  migration: openMigration,
};

/** All that is wrong with the options, in one RangeError. */
function checkOptions(options: GenerateOptions): void {
  const wrong: string[] = [];
  const { seed, rewards, process, from, days, locations } = options;
  if (!Number.isFinite(seed)) wrong.push('seed: must be a finite number');
  if (!Number.isSafeInteger(rewards) || rewards < 0) wrong.push('rewards: must be an integer ≥ 0');
  if (!ERROR_PROCESSES.includes(process)) wrong.push(`process: one of ${ERROR_PROCESSES.join(', ')}`);
  if (from !== undefined && !isRealDate(from)) wrong.push('from: must be a date YYYY-MM-DD');
  if (days !== undefined && (!Number.isSafeInteger(days) || days < 1))
    wrong.push('days: must be an integer ≥ 1');
  if (locations !== undefined && locations.length === 0) wrong.push('locations: must not be empty');
  if (wrong.length > 0) throw new RangeError(wrong.join('; '));
}

/** Another certificate of the same visit; the invoice line covers both. */
function withSecondCertificate(random: Random, scene: Scene, first: Redemption): Redemption {
  const second = drawRedemption(random, scene.scribe.habits, first.visit);
  return {
    ...second,
    shape: first.shape,
    lagDays: first.lagDays,
    // Two equal certificates inside a larger invoice would look like one entered twice.
    rewardCents: first.shape !== 'invoice' && random.chance(0.4) ? first.rewardCents : second.rewardCents,
  };
}

/** Two certificates ↔ one POS row, by exact sum or inside a larger invoice. */
function bindCertificates(scene: Scene, first: Redemption): void {
  const { random, scribe, binder } = scene;
  const second = withSecondCertificate(random, scene, first);
  const errors: ErrorType[] = ['multi-certificate'];
  const together = { ...first, rewardCents: first.rewardCents + second.rewardCents };
  const lines = drawPosLines(random, together, errors);
  const pos = lines.map((line) => scribe.pos({ ...line, code: random.chance(0.5) ? line.code : '' }, errors));
  const certificates = [first, second].map((certificate) => {
    const own = [...errors];
    return { row: scribe.reward(certificate, own), day: certificate.visit.day + certificate.lagDays, own };
  });
  const amountCents = together.rewardCents;
  if (!certificates.every(({ row, own }) => isDecidable({ ...row, amountCents }, pos, own))) return;
  const indexes = pos.map((row, i) => binder.addPos(row, lines[i]!.visit.day));
  for (const { row, day, own } of certificates) binder.link(binder.addReward(row, day), [...indexes], own);
}

/** A sale that was refunded or voided: both rows stand in the POS, and the reward has nothing left to belong to. */
function bindReversal(scene: Scene, redemption: Redemption): void {
  const { random, scribe, binder } = scene;
  const { visit, lagDays } = redemption;
  const type = random.chance(0.6) ? 'refund' : 'void';
  for (const line of drawPosLines(random, redemption, [])) {
    const row = scribe.pos(line, []);
    binder.addPos(row, visit.day);
    binder.addPos({ ...row, type }, visit.day);
  }
  binder.link(binder.addReward(scribe.reward(redemption, []), visit.day + lagDays), [], ['reversed']);
}

/** The lines of one invoice are rung up on one client profile. */
function shareProfile(first: Transaction, row: Transaction): void {
  row.customerName = first.customerName;
  row.customerPhone = first.customerPhone;
  row.customerEmail = first.customerEmail;
}

/** One redemption and the POS rows it causes, or the lack of them. */
function bindRedemption(scene: Scene, redemption: Redemption): void {
  const { random, scribe, binder } = scene;
  const { habits } = scribe;
  const postedOn = redemption.visit.day + redemption.lagDays;
  if (random.chance(habits.missingInPos)) {
    const row = binder.addReward(scribe.reward(redemption, []), postedOn);
    binder.link(row, [], ['missing-in-pos']);
    return;
  }
  if (random.chance(habits.reversed)) {
    bindReversal(scene, redemption);
    return;
  }
  const errors: ErrorType[] = [];
  const lines = drawPosLines(random, redemption, errors);
  if (!random.chance(habits.codeInPos)) for (const line of lines) line.code = '';
  const row = scribe.reward(redemption, errors);
  const rows = lines.map((line) => scribe.pos(line, errors));
  for (const row of rows) shareProfile(rows[0]!, row);
  if (!isDecidable(row, rows, errors)) return;
  const reward = binder.addReward(row, postedOn);
  const pos = rows.map((line, i) => binder.addPos(line, lines[i]!.visit.day + lines[i]!.lateDays));
  binder.link(reward, pos, errors);
  writeDecoy(scene, redemption, lines[0]!);
  if (pos.length === 1 && random.chance(habits.duplicatePos))
    binder.copyPos(reward, pos[0]!, lines[0]!.visit.day);
}

/**
 * Two books and the truth between them, the same for the same options. However hard, they are decidable: visits of a
 * patient keep apart (see diary.ts), and a pair that nobody could tell from its rows is not in them (see decidable.ts).
 * Rows are in the order of their days, as an export has them. Throws RangeError naming every bad option.
 */
export function generateBooks(options: GenerateOptions): SyntheticBooks {
  checkOptions(options);
  const open: OpenDesk = (desk) => {
    const scribe = withColumns(desk.random.fork('columns'), DESKS[options.process](desk), desk.columns);
    return { ...scribe, habits: tiltHabits(desk.random.fork('habits'), scribe.habits) };
  };
  return playScene(setScene(options, open), options.rewards);
}

/** Tries to find a patient and a day apart from her other visits; a crowded book takes the last one drawn. */
const MAX_TRIES = 30;

function drawApart({ random, scribe, frame, patients, diary }: Scene): Redemption {
  const { habits } = scribe;
  for (let attempt = 1; ; attempt++) {
    const visit = drawVisit(random, frame, random.pick(patients), !random.chance(habits.otherServices));
    const redemption = drawRedemption(random, habits, visit);
    if (diary.take(visit.patient, visit.day, redemption.lagDays) || attempt === MAX_TRIES) return redemption;
  }
}

/** Makes redemptions until there are `rewards` reward rows, then the rest of the POS. */
export function playScene(scene: Scene, rewards: number): SyntheticBooks {
  const { random, scribe, binder } = scene;
  const { habits } = scribe;
  while (binder.rewardCount < rewards) {
    const left = rewards - binder.rewardCount;
    const redemption = drawApart(scene);
    const { visit } = redemption;
    const bindable =
      redemption.shape === 'tender' || redemption.shape === 'equal' || redemption.shape === 'invoice';
    if (left > 1 && bindable && random.chance(habits.multiCertificate)) bindCertificates(scene, redemption);
    else bindRedemption(scene, redemption);
    if (binder.rewardCount < rewards && random.chance(habits.duplicateReward)) {
      const day = visit.day + redemption.lagDays + (random.chance(0.5) ? 0 : random.between(1, 3));
      binder.copyLastReward(day, scribe.dateOf(day));
    }
  }
  writeLeftovers(scene, rewards);
  return binder.bind();
}
