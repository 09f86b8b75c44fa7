// The scene of a book: its people, places and streams of chance, once the options are read.
import { BookBinder } from './book-binder.ts';
import type { GenerateOptions } from './books.ts';
import { createCalendar } from './calendar.ts';
import { Diary } from './diary.ts';
import type { VisitFrame } from './draw-redemption.ts';
import { createPopulation, type Patient } from './population.ts';
import type { OpenDesk, Scribe } from './processes/scribe.ts';
import { createRandom, type Random } from './random.ts';
import { createVocabulary } from './vocabulary.ts';
import { createWordings } from './wordings.ts';
import { DEFAULT_LOCATIONS } from './words/people.ts';

export interface Scene {
  random: Random;
  scribe: Scribe;
  frame: VisitFrame;
  patients: readonly Patient[];
  diary: Diary;
  binder: BookBinder;
}

/** A patient of a busy spa comes this often at most: her visits must find room in the book. */
const DAYS_PER_VISIT = 24;

/** Sets the scene. @param open the process that will write the rows. */
export function setScene(options: GenerateOptions, open: OpenDesk): Scene {
  const root = createRandom(options.seed).fork(`${options.process}/${options.difficulty ?? 'hard'}`);
  const places = options.locations ?? DEFAULT_LOCATIONS;
  const pool = options.namePool ?? 'all';
  const scribe = open({
    random: root.fork('scribe'),
    difficulty: options.difficulty ?? 'hard',
    harshness: 0.6 + 0.9 * root.fork('harshness').next(),
    calendar: createCalendar(options.from ?? '2024-01-01'),
    places,
    columns: options.columns ?? 'vary',
    wordings: createWordings(pool),
  });
  const { habits } = scribe;
  const days = options.days ?? 60;
  const visits = options.rewards * (1 + habits.ordinarySales + habits.leaks);
  const count = Math.max(
    4,
    Math.ceil(options.rewards / habits.rewardsPerPatient),
    Math.ceil(visits / (1 + days / DAYS_PER_VISIT)),
  );
  const vocabulary = createVocabulary(pool, root.fork('origins'));
  let invoices = 0;
  // Numbers jump about, so that the order in which a book was made does not show; the prime keeps them distinct.
  const nextInvoice = (): number => 1_000_000 + ((++invoices * 48_271) % 99_999_989);
  return {
    random: root.fork('events'),
    scribe,
    frame: { days, places: places.length, nextInvoice },
    patients: createPopulation(root.fork('people'), vocabulary, count, places.length, habits.population),
    diary: new Diary(),
    binder: new BookBinder(root.fork('order'), scribe),
  };
}
