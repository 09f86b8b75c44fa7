// Loyalty programs, under the names manufacturers give them.

export const PROGRAM_IDS = ['alle', 'aspire', 'evolus', 'xperience', 'other'] as const;
export type Program = (typeof PROGRAM_IDS)[number];

/** Display name, manufacturer and products of each program. Source: the programs' public pages. */
export const PROGRAMS: Readonly<
  Record<Program, { name: string; manufacturer: string; products: readonly string[] }>
> = {
  alle: {
    name: 'Allē',
    manufacturer: 'Allergan Aesthetics',
    products: [
      'Botox Cosmetic',
      'Juvéderm',
      'Kybella',
      'CoolSculpting',
      'SkinMedica',
      'Latisse',
      'DiamondGlow',
      'Natrelle',
    ],
  },
  aspire: { name: 'Aspire', manufacturer: 'Galderma', products: ['Dysport', 'Restylane', 'Sculptra'] },
  evolus: { name: 'Evolus Rewards', manufacturer: 'Evolus', products: ['Jeuveau', 'Evolysse'] },
  xperience: {
    name: 'Xperience',
    manufacturer: 'Merz Aesthetics',
    products: ['Xeomin', 'Radiesse', 'Belotero'],
  },
  other: { name: 'Other', manufacturer: 'Unknown', products: [] },
};
