// Rewards that go to the patient's balance at the spa, to be used at another visit. Apart, because files name them and the
// engine tells them.

const PARKED = /\b(?:to|on|into)\s+(?:the\s+|cosmetic\s+)?(?:cb|balance)\b/i;

/** Whether the label of a tender or an item says so: `Aspire (AS) – to CB`, `Allē to cosmetic balance`. */
export const saysParked = (label: string): boolean => PARKED.test(label);
