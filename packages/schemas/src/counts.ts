// Counts as people read them.

/** `132,046`, of a whole number. By hand: the first number that Intl writes takes it some 10 ms, which a small job feels. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
