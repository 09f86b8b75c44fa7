// What every page of results asks of the payments is looked up row by row, however many redemptions the organization has.
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd } from '../../testing/index.ts';
import { gatherStatistics, rowsReadBy } from '../../testing/rows-read.ts';
import { PAID_CENTS } from './ledger-sql.ts';
import { app, BOOKS, redeemed, settle, setUpRedemptions, spa, upload } from './testing/remittance.ts';

setUpRedemptions();

const REDEMPTIONS = 400;
const ASKED = 10;
/** Rows read for each that is asked about: its versions, what was paid of it, and by what. */
const FEW = 15;

test('what payments have paid of the rows of a page is looked up from these rows', async () => {
  const reward_transactions = Array.from({ length: REDEMPTIONS }, (_, index) =>
    redeemed(`M-${index}`, 45, 100 + index, 'xperience'),
  );
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions });
  await upload().expect(200);
  expect(await settle()).toMatchObject({ settled: 1 });
  await gatherStatistics(app);
  const ids = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query<{ id: string; isPaid: boolean }[]>(
      `SELECT t.id, EXISTS (SELECT FROM reimbursed_shares s WHERE s.organization_id = $1 AND s.redemption_id = t.id) AS "isPaid"
       FROM transactions t WHERE t.organization_id = $1 AND t.side = 'reward' ORDER BY "isPaid" DESC, t.id LIMIT ${ASKED}`,
      [spa.organizationId],
    ),
  );
  expect(ids.filter(({ isPaid }) => isPaid)).toHaveLength(2);
  const read = await rowsReadBy(app, spa.organizationId, PAID_CENTS, [ids.map(({ id }) => id)]);
  expect(read).toBeGreaterThan(ASKED);
  expect(read).toBeLessThan(ASKED * FEW);
});
