export { PROBLEMS } from './problem-codes.ts';
export { Refusal } from './refusal.ts';
