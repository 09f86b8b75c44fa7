// Systems that export moments write them on a clock of their own. In a file, too, each belongs to the day on the wall of the clinic.
import excel from 'exceljs';
import { app, file, send, setUpUploads, spa } from './testing/rewards-file.ts';

setUpUploads();
beforeEach(async () => {
  const { authorization } = spa.members.admin;
  const path = '/organizations/current';
  const place = { name: 'Downtown', time_zone: 'America/New_York' };
  await app.http.post(`${path}/locations`).set(authorization).send(place).expect(201);
  await app.http.patch(path).set(authorization).send({ time_zone: 'America/Los_Angeles' }).expect(200);
});

const HEADER = 'transaction_id,customer_name,amount,date,location';
const MOMENTS: [date: string, location: string, onTheWall: string][] = [
  ['2026-03-01T23:30:00-05:00', 'Downtown', '2026-03-01T23:30:00'],
  ['2026-03-02T04:30:00Z', ' downtown ', '2026-03-01T23:30:00'],
  ['2026-03-02T05:00:00Z', 'Downtown', '2026-03-02'],
  ['2026-03-02T05:00:00Z', '', '2026-03-01T21:00:00'],
  ['2026-03-02T00:00:00Z', 'Downtown', '2026-03-01T19:00:00'],
  // Clocks go forward in New York on 8 March 2026.
  ['2026-03-09T03:59:59Z', 'Downtown', '2026-03-08T23:59:59'],
  // What says no offset is as somebody read it off the wall.
  ['2026-03-02', 'Downtown', '2026-03-02'],
  ['2026-03-02T04:30:00', 'Downtown', '2026-03-02T04:30:00'],
  ['2026-03-02 04:30 EST', 'Downtown', '2026-03-02T04:30'],
];
const LINES = MOMENTS.map(
  ([date, location], n) => `R-${n},Ana Quillfeather,${40 + n}.00,${date},${location}`,
);
const DAYS = MOMENTS.map(([, , onTheWall]) => onTheWall);

const daysIn = ({ transactions }: { transactions: { date: string }[] }) =>
  transactions.map(({ date }) => date);

test('a moment in a file becomes the day and hour at its location, else those of the organization', async () => {
  const { body } = await send(file(HEADER, ...LINES)).expect(200);
  expect(daysIn(body)).toEqual(DAYS);
});

test('a preview, its confirmation and the file sent again say the same days', async () => {
  const path = '/upload/reward-transactions?preview=true';
  const { body: preview } = await send(file(HEADER, ...LINES), 'rewards.csv', path).expect(200);
  expect(daysIn(preview)).toEqual(DAYS);
  const { body: confirmed } = await app.http
    .post(`/uploads/${preview.upload_id}/confirm`)
    .set(spa.members.reviewer.authorization)
    .expect(200);
  expect(daysIn(confirmed)).toEqual(DAYS);
  const { body: again } = await send(file(HEADER, ...LINES)).expect(200);
  expect(again.recognized).toEqual({ new: 0, same: LINES.length, changed: 0 });
});

test('so it is in a workbook, and with the day first', async () => {
  const workbook = new excel.Workbook();
  const lines = [
    HEADER,
    'R-1,Ana,40.00,16/03/2026 03:30 UTC,Downtown',
    'R-2,Bea,41.00,03/04/2026 03:30Z,Downtown',
  ];
  workbook.addWorksheet('Rewards').addRows(lines.map((line) => line.split(',')));
  const { body } = await send(Buffer.from(await workbook.xlsx.writeBuffer()), 'rewards.xlsx').expect(200);
  expect(daysIn(body)).toEqual(['2026-03-15T23:30:00', '2026-04-02T23:30:00']);
});
