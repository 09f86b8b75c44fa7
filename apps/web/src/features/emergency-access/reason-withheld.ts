// What stands in place of somebody else's reason: it may name a patient.
export const REASON_WITHHELD = 'The reason is for members with patient access.';
