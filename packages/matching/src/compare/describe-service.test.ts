import { understandNow } from '../meaning/understand.ts';
import { loadEncoder } from '../node/index.ts';
import { normalise } from '../normalise/normalise.ts';
import { describeService } from './describe-service.ts';

const row = (service: string) => ({
  transactionId: '1',
  type: 'sale' as const,
  customerName: 'Ann Abel',
  date: '2024-01-15',
  amountCents: 100,
  service,
});

it.each([
  ['Botox Cosmetic', 'Tox – forehead', '“tox forehead” may be “botox cosmetic”'],
  ['Botox Cosmetic', 'onabotulinumtoxinA 40u', 'Same product'],
  ['Botox Cosmetic', 'Dysport', 'Another product of the same kind'],
  ['Botox Cosmetic', 'Gift card', 'Different treatments'],
  ['Microneedling', 'Collagen induction', 'mean the same'],
  ['Botox Cosmetic', 'Botox Cosmetic', 'Same service'],
])('%s and %s: %s', async (reward, pos, words) => {
  const records = understandNow(normalise({ rewards: [row(reward)], pos: [row(pos)] }), await loadEncoder());
  expect(describeService(records)(0, 0)).toContain(words);
});
