// How common names are before a job has said anything: a small file cannot tell Smith from Wojciechowski.
// Rounded shares of the United States population, from the Census Bureau's public tables (1990 given names, 2010 surnames).

const SURNAMES_PER_100K = `smith 828 johnson 655 williams 551 brown 487 jones 483 garcia 395 miller 393 davis 378 rodriguez 371
martinez 360 hernandez 354 lopez 296 gonzalez 285 wilson 271 anderson 265 thomas 256 taylor 254 moore 245 jackson 239 martin 238
lee 235 perez 231 thompson 225 white 224 harris 211 sanchez 207 clark 190 ramirez 189 lewis 180 robinson 179 walker 177 young 164
allen 163 king 158 wright 155 scott 149 torres 148 nguyen 148 hill 147 flores 146 green 144 adams 142 nelson 141 baker 141 hall 138
rivera 133 campbell 131 mitchell 130 carter 127 roberts 127 gomez 124 phillips 122 evans 121 turner 118 diaz 118 parker 114 cruz 109
edwards 109 collins 108 reyes 106 stewart 105 morris 104 morales 101 murphy 100 cook 99 rogers 97 gutierrez 91 ortiz 91 morgan 91
cooper 90 peterson 90 bailey 89 reed 88 kelly 87 howard 86 ramos 86 kim 85 cox 85 ward 84 richardson 84 watson 81 brooks 80 chavez 80
wood 79 james 78 bennett 77 gray 77 mendoza 76 ruiz 75 hughes 75 price 74 alvarez 74 castillo 73 sanders 72 patel 72 myers 71 long 71
ross 70 foster 69 jimenez 68`;

const GIVEN_NAMES_PER_100K = `mary 1310 patricia 535 linda 515 barbara 490 elizabeth 470 jennifer 465 maria 415 susan 395 margaret 385
dorothy 365 lisa 350 nancy 335 karen 335 betty 335 helen 330 sandra 315 donna 290 carol 285 ruth 280 sharon 270 michelle 260 laura 255
sarah 255 kimberly 250 deborah 250 jessica 245 shirley 240 cynthia 235 angela 235 melissa 230 brenda 230 amy 225 anna 220 rebecca 215
virginia 215 kathleen 210 pamela 205 martha 205 debra 205 amanda 200 stephanie 200 carolyn 195 christine 190 marie 190 janet 190
catherine 185 frances 185 ann 180 joyce 180 diane 180 alice 180 julie 175 heather 170 teresa 165 doris 165 gloria 165 evelyn 160
jean 160 cheryl 160 mildred 155 katherine 155 joan 150 ashley 150 judith 150 rose 150 janice 145 kelly 140 nicole 140 judy 140
christina 135 kathy 135 theresa 135 beverly 135 denise 130 tammy 130 irene 125 jane 125 lori 125 rachel 120 marilyn 120 andrea 120
kathryn 115 louise 115 sara 115 anne 115 jacqueline 115 wanda 110 bonnie 110 julia 110 ruby 110 lois 105 tina 105 phyllis 105 norma 105
paula 105 diana 105 annie 105 lillian 105 emily 105 robin 100 james 1660 john 1635 robert 1570 michael 1315 william 1225 david 1180
richard 850 charles 760 joseph 700 thomas 690 christopher 515 daniel 485 paul 475 mark 470 donald 465 george 465 kenneth 415 steven 390
edward 390 brian 370 ronald 365 anthony 360 kevin 335 jason 330 matthew 330 gary 325 timothy 320 jose 305 larry 300 jeffrey 295
frank 290 scott 275 eric 270`;

/** A name that is on neither list. */
const RARE_SHARE = 2e-5;

function readShares(table: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const words = table.split(/\s+/);
  for (let i = 0; i + 1 < words.length; i += 2) shares.set(words[i]!, Number(words[i + 1]) / 100_000);
  return shares;
}

const surnames = readShares(SURNAMES_PER_100K);
const givenNames = readShares(GIVEN_NAMES_PER_100K);

export const surnameShareOf = (name: string): number => surnames.get(name) ?? RARE_SHARE;
export const givenNameShareOf = (name: string): number => givenNames.get(name) ?? RARE_SHARE;
