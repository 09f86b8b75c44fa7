export { PROBLEMS, type ProblemCode } from './problem-codes.ts';
export { Refusal } from './refusal.ts';
