// What passwords are made of when nobody wants to think of one: whole passwords of published breaches, the words they
// are put together from (four letters and more, without their digits), and the words of this trade.
import { dictionary } from '@zxcvbn-ts/language-common';

/** Shorter ones are refused by their length alone. */
const MIN_LENGTH = 8;

/** The most frequent passwords of breaches, in lower case: some 18,000 of eight characters and more. */
export const BREACHED_PASSWORDS: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].filter((password) => password.length >= MIN_LENGTH),
);

const BREACHED_WORDS =
  'password passwort passw0rd p4ssword secret letmein welcome admin administrator login master access guest user test ' +
  'qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qazwsx abcd abcdef abcdefgh iloveyou lovely loveyou love princess sunshine ' +
  'shadow monkey dragon football baseball basketball soccer hockey superman batman spiderman pokemon starwars trustno ' +
  'michael jordan jennifer jessica ashley daniel charlie thomas robert michelle nicole matthew andrew joshua george ' +
  'summer winter spring autumn january february march april june july august september october november december monday ' +
  'friday sunday flower cookie chocolate butterfly freedom whatever hello computer internet killer pepper ginger hunter ' +
  'ranger buster tigger maggie harley yankees cowboys eagles lakers ferrari mercedes porsche corvette mustang diamond ' +
  'silver golden orange purple banana cheese family friends forever angel angels jesus christ blessed heaven';

const TRADE =
  'medspa medspasync sync spa rewards loyalty allergan alle aspire galderma evolus xperience merz botox dysport xeomin ' +
  'jeuveau juvederm restylane filler aesthetic aesthetics beauty patient clinic';

export const COMMON_WORDS: readonly string[] = `${BREACHED_WORDS} ${TRADE}`.split(' ');
