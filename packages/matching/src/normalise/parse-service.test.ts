import { parseService } from './parse-service.ts';
import { productNames, programNames } from './service-vocabulary.ts';

const read = (raw: string) => {
  const { products, programs, units } = parseService(raw);
  return { products: productNames(products), programs: programNames(programs), units };
};

describe('a service', () => {
  it.each([
    'Botox Cosmetic',
    'onabotulinumtoxinA 40u',
    'BTX 20',
    'Botoxx',
    'J0585',
  ])('that says %s is Botox, of Allē', (raw) =>
    expect(read(raw)).toMatchObject({ products: ['Botox'], programs: ['Allē'] }));

  it('keeps Dysport apart from Botox', () => {
    expect(read('abobotulinumtoxinA 60 units')).toEqual({
      products: ['Dysport'],
      programs: ['Aspire'],
      units: 60,
    });
  });

  it.each([
    'Allē Rewards',
    'Brilliant Distinctions',
    'BD Coupon',
    'Alle points',
  ])('that says %s names the program, not a product', (raw) =>
    expect(read(raw)).toMatchObject({ products: [], programs: ['Allē'] }));

  it('tells a lip flip, which is a toxin, from lips, which are filled', () => {
    expect(parseService('Lip flip').kinds).not.toBe(parseService('Lips 1cc').kinds);
    expect(parseService('Lip flip').kinds & parseService('Tox touch up').kinds).not.toBe(0);
  });

  it('says nothing about what it does not know', () => {
    expect(parseService('Sister Emily')).toMatchObject({ products: 0, kinds: 0, programs: 0 });
  });
});
