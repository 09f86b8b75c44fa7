// The name lists by origin and how often each is met among a spa's patients.
import { AMERICAN_FEMALE, AMERICAN_MALE, AMERICAN_SURNAMES } from './american-names.ts';
import { EAST_ASIAN_FEMALE, EAST_ASIAN_MALE, EAST_ASIAN_SURNAMES } from './east-asian-names.ts';
import { FRENCH_FEMALE, FRENCH_MALE, FRENCH_SURNAMES } from './french-names.ts';
import { HISPANIC_FEMALE, HISPANIC_MALE, HISPANIC_SURNAMES } from './hispanic-names.ts';
import { INDIAN_FEMALE, INDIAN_MALE, INDIAN_SURNAMES } from './indian-names.ts';
import { ITALIAN_FEMALE, ITALIAN_MALE, ITALIAN_SURNAMES } from './italian-names.ts';
import {
  MIDDLE_EASTERN_FEMALE,
  MIDDLE_EASTERN_MALE,
  MIDDLE_EASTERN_SURNAMES,
} from './middle-eastern-names.ts';
import { NORTHERN_FEMALE, NORTHERN_MALE, NORTHERN_SURNAMES } from './northern-names.ts';
import { PORTUGUESE_FEMALE, PORTUGUESE_MALE, PORTUGUESE_SURNAMES } from './portuguese-names.ts';
import { SLAVIC_FEMALE, SLAVIC_MALE, SLAVIC_SURNAMES } from './slavic-names.ts';
import { VIETNAMESE_FEMALE, VIETNAMESE_MALE, VIETNAMESE_SURNAMES } from './vietnamese-names.ts';
import { WEST_AFRICAN_FEMALE, WEST_AFRICAN_MALE, WEST_AFRICAN_SURNAMES } from './west-african-names.ts';

export interface NameOrigin {
  /** Share among patients, before a book's own tilt; the shares need not sum to 1. */
  share: number;
  female: readonly string[];
  male: readonly string[];
  surnames: readonly string[];
}

export const NAME_ORIGINS: readonly NameOrigin[] = [
  { share: 0.62, female: AMERICAN_FEMALE, male: AMERICAN_MALE, surnames: AMERICAN_SURNAMES },
  { share: 0.12, female: HISPANIC_FEMALE, male: HISPANIC_MALE, surnames: HISPANIC_SURNAMES },
  { share: 0.025, female: VIETNAMESE_FEMALE, male: VIETNAMESE_MALE, surnames: VIETNAMESE_SURNAMES },
  { share: 0.045, female: EAST_ASIAN_FEMALE, male: EAST_ASIAN_MALE, surnames: EAST_ASIAN_SURNAMES },
  { share: 0.035, female: INDIAN_FEMALE, male: INDIAN_MALE, surnames: INDIAN_SURNAMES },
  {
    share: 0.025,
    female: MIDDLE_EASTERN_FEMALE,
    male: MIDDLE_EASTERN_MALE,
    surnames: MIDDLE_EASTERN_SURNAMES,
  },
  { share: 0.03, female: SLAVIC_FEMALE, male: SLAVIC_MALE, surnames: SLAVIC_SURNAMES },
  { share: 0.02, female: FRENCH_FEMALE, male: FRENCH_MALE, surnames: FRENCH_SURNAMES },
  { share: 0.02, female: ITALIAN_FEMALE, male: ITALIAN_MALE, surnames: ITALIAN_SURNAMES },
  { share: 0.04, female: NORTHERN_FEMALE, male: NORTHERN_MALE, surnames: NORTHERN_SURNAMES },
  { share: 0.02, female: WEST_AFRICAN_FEMALE, male: WEST_AFRICAN_MALE, surnames: WEST_AFRICAN_SURNAMES },
  { share: 0.015, female: PORTUGUESE_FEMALE, male: PORTUGUESE_MALE, surnames: PORTUGUESE_SURNAMES },
];
