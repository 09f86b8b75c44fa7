// How two words stand to each other in the groups of familiar forms: blocking, comparing and explaining each ask for it.
import type { TokenTable } from './records.ts';

export const NameKin = { none: 0, formsOfAThird: 1, formAndFullName: 2 } as const;

/** The closest kin of two tokens: Kate and Katherine before Kate and Kitty. */
export function nameKin({ groups, groupStart, isFullName }: TokenTable, a: number, b: number): number {
  let kin: number = NameKin.none;
  for (let i = groupStart[a]!; i < groupStart[a + 1]!; i++) {
    for (let k = groupStart[b]!; k < groupStart[b + 1]!; k++) {
      if (groups[i] !== groups[k]) continue;
      if (isFullName[i] === 1 || isFullName[k] === 1) return NameKin.formAndFullName;
      kin = NameKin.formsOfAThird;
    }
  }
  return kin;
}

/** Whether other names are short for this one: Daniel and Danielle are two such names, Dan is none. */
export function hasForms({ groupStart, isFullName }: TokenTable, token: number): boolean {
  for (let i = groupStart[token]!; i < groupStart[token + 1]!; i++) if (isFullName[i] === 1) return true;
  return false;
}

/** Whether one familiar form stands for both. The groups of a token ascend, so that the two lists are walked once. */
export function haveGroupInCommon({ groups, groupStart }: TokenTable, a: number, b: number): boolean {
  let i = groupStart[a]!;
  let k = groupStart[b]!;
  while (i < groupStart[a + 1]! && k < groupStart[b + 1]!) {
    if (groups[i] === groups[k]) return true;
    if (groups[i]! < groups[k]!) i++;
    else k++;
  }
  return false;
}
