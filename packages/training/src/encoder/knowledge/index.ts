// All that is known of what spas sell: the list of this folder, and the wordings of the test kit's own products.
import type { Program } from '@medspasync/schemas';
import {
  GENERIC_FILLER,
  GENERIC_TOXIN,
  ORDINARY_SERVICES,
  PRODUCTS,
  TENDER_LABELS,
} from '@medspasync/test-kit';
import { COUNTER } from './counter.ts';
import { DEVICES } from './devices.ts';
import { INJECTABLES } from './injectables.ts';
import { type Treatment, tender } from './treatment.ts';

export type { Treatment } from './treatment.ts';

/** The kit's keys of ordinary services, as this folder calls the same treatments. */
const KIT_KEYS: Readonly<Record<string, string>> = {
  'HydraFacial Signature': 'hydrafacial',
  'HydraFacial Deluxe': 'hydrafacial',
  Microneedling: 'any needling',
  'Microneedling with PRP': 'prp microneedling',
  'Laser Hair Removal': 'any hair removal',
  'Laser Hair Removal Full Leg': 'any hair removal',
  'Chemical Peel': 'any peel',
  'VI Peel': 'vi peel',
  'IPL Photofacial': 'any light',
  BBL: 'bbl',
  Morpheus8: 'morpheus8',
  Dermaplaning: 'dermaplaning',
  'IV Therapy': 'any drip',
  'B12 Injection': 'b12',
  Semaglutide: 'semaglutide',
  Membership: 'membership',
  'Gift Card': 'gift card',
  Consultation: 'consultation',
  'ZO Skin Health': 'zo',
  Sunscreen: 'sunscreen',
  'Brow Lamination': 'brows',
  'PDO Threads': 'threads',
};

/** Wordings of the kit that belong to another treatment than the product they stand under. */
const KIT_EXCEPTIONS: Readonly<Record<string, string>> = {
  SkinPen: 'skinpen',
  'RF microneedling': 'any rf needling',
  'SkinMedica peel': 'skinmedica peel',
  'Illuminize peel': 'skinmedica peel',
  'GLP-1 wk 4': 'any weight loss',
  'Weight loss inj': 'any weight loss',
  'Chin fat dissolve': 'any fat dissolving',
  'Double chin tx': 'any fat dissolving',
  'Fat freeze': 'any body contouring',
};

export interface KitWording {
  key: string;
  wording: string;
}

/** The test kit's wordings, each with the key of its treatment. */
export function kitWordings(): KitWording[] {
  const products = [...PRODUCTS, ...ORDINARY_SERVICES].flatMap((product) =>
    [product.name, ...product.wordings].map((wording) => ({
      key: KIT_EXCEPTIONS[wording] ?? KIT_KEYS[product.key] ?? product.key,
      wording,
    })),
  );
  return [
    ...products,
    ...GENERIC_TOXIN.map((wording) => ({ key: 'any toxin', wording })),
    ...GENERIC_FILLER.map((wording) => ({ key: 'any filler', wording })),
  ];
}

/** Treatments by key, with the wordings of this folder only. */
export const TREATMENTS: readonly Treatment[] = [
  ...INJECTABLES,
  ...DEVICES,
  ...COUNTER,
  ...(['alle', 'aspire', 'evolus', 'xperience'] as const satisfies readonly Program[]).map((program) =>
    tender(program, TENDER_LABELS[program]),
  ),
];
