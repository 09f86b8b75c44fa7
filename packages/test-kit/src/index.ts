// Seeded synthetic patients and transactions with truth, and a clock that stands still. For tests, benches, training
// and the sandbox; no person in it exists.
export * from './books.ts';
export { createFakeClock, type FakeClock } from './fake-clock.ts';
export { generateBooks } from './generate-books.ts';
export { createRandom, type Random } from './random.ts';
export { NICKNAMES } from './words/nicknames.ts';
export { PRODUCTS, type Product } from './words/services.ts';
