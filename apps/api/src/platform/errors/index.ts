export { PROBLEMS, type ProblemCode } from './problem-codes.ts';
export { Refusal, type RefusalOptions } from './refusal.ts';
