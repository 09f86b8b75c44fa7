// Excel workbooks as uploads: read as text files are, and as quiet about who is in them.
import excel from 'exceljs';
import { correct, HEADER, SARAH, send, setUpUploads } from './testing/rewards-file.ts';

setUpUploads();

async function workbookOf(sheets: Record<string, string[]>): Promise<Buffer> {
  const workbook = new excel.Workbook();
  for (const [name, lines] of Object.entries(sheets))
    workbook.addWorksheet(name).addRows(lines.map((line) => line.split(',')));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('a workbook comes back as transactions, and is read again with a correction', async () => {
  const content = await workbookOf({ Rewards: [HEADER, SARAH] });
  const { body } = await send(content, 'Allē March.xlsx').expect(200);
  expect(body.transactions).toMatchObject([{ transaction_id: 'R-1', customer_name: 'Sarah Johnson' }]);
  const columns = [{ column_index: 3, field: 'ignore' }];
  const { body: again } = await correct(body.upload_id, columns).expect(200);
  expect(again.transactions[0].service).toBeUndefined();
});

test('a workbook with a very long name is one, too', async () => {
  const content = await workbookOf({ Rewards: [HEADER, SARAH] });
  await send(content, `${'a'.repeat(300)}.xlsx`).expect(200);
});

test('an archive under another name is refused', async () => {
  const content = await workbookOf({ Rewards: [HEADER, SARAH] });
  const { body } = await send(content, 'rewards.csv').expect(415);
  expect(body.code).toBe('upload.not_tabular');
});

test('a sheet that cannot be read is told by its number, for it may be called like a patient', async () => {
  const content = await workbookOf({
    Notes: ['none'],
    'Zoe Quibble': [HEADER, 'R-2,Emily Davis,,Botox,lots,2024-01-15'],
  });
  const { text } = await send(content, 'Zoe Quibble.xlsx').expect(422);
  expect(text).not.toMatch(/Quibble|Emily/);
});

test('of several sheets the one that refuses the file is told by its number', async () => {
  const wide = Array.from({ length: 300 }, (_, n) => `column ${n}`).join(',');
  const content = await workbookOf({ Notes: ['a'], 'Zoe Quibble': [wide, HEADER, SARAH] });
  const { body, text } = await send(content, 'rewards.xlsx').expect(422);
  expect(body.detail).toContain('sheet 2');
  expect(text).not.toContain('Quibble');
});
