// Small lists around a person: titles, suffixes, mail domains, staff, places.

export const FEMALE_TITLES: readonly string[] = [
  'Ms.',
  'Mrs.',
  'Miss',
  'Dr.',
  'Ms',
  'Mrs',
  'MS',
  'Dr',
  'Mx.',
];
export const MALE_TITLES: readonly string[] = ['Mr.', 'Mr', 'Dr.', 'Dr', 'MR', 'Prof.'];
export const SUFFIXES: readonly string[] = [
  'Jr.',
  'Jr',
  'Sr.',
  'II',
  'III',
  'IV',
  'MD',
  'M.D.',
  'RN',
  'Esq.',
  'DDS',
  'PhD',
  'NP',
];

/** Domains of mail providers, commonest first. */
export const EMAIL_DOMAINS: readonly string[] = [
  'gmail.com',
  'yahoo.com',
  'icloud.com',
  'hotmail.com',
  'outlook.com',
  'aol.com',
  'me.com',
  'comcast.net',
  'live.com',
  'msn.com',
  'sbcglobal.net',
  'att.net',
  'verizon.net',
  'protonmail.com',
  'mac.com',
];

/** Slips of the domain that people really make, by domain. */
export const DOMAIN_SLIPS: Readonly<Record<string, readonly string[]>> = {
  'gmail.com': [
    'gmial.com',
    'gmai.com',
    'gmail.con',
    'gamil.com',
    'gmail.co',
    'gmaill.com',
    'googlemail.com',
    'gnail.com',
  ],
  'yahoo.com': ['yaho.com', 'yahoo.co', 'yahooo.com', 'yhoo.com', 'ymail.com', 'yahoo.con'],
  'icloud.com': ['iclod.com', 'icloud.co', 'icoud.com', 'icloud.con', 'me.com'],
  'hotmail.com': ['hotmial.com', 'hotmai.com', 'hotmail.co', 'hotmal.com', 'hotmail.con'],
  'outlook.com': ['outlok.com', 'outlook.co', 'outllok.com'],
  'aol.com': ['aol.con', 'aoll.com', 'aol.co'],
};

export const PROVIDERS: readonly string[] = [
  'Dr. Lee',
  'Jamie R., NP',
  'Taylor Brooks PA-C',
  'Nurse Kelly',
  'Dr. Amara Obi',
  'Morgan S.',
  'Alexis Vance, RN',
  'Dr. Patel',
  'Front Desk',
];

/** Default places: invented spas. */
export const DEFAULT_LOCATIONS: readonly string[] = ['Downtown', 'Westlake', 'Northgate'];
