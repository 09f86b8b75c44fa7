// Large JSON bodies, in a thread of their own: counted, parsed and held to their schema here, then handed over a slice at a time.
import { type FieldError, MAX_BODY_TRANSACTIONS } from '@medspasync/schemas';
import type * as z from 'zod';
import { Refusal } from '../errors/index.ts';
import { checkedBody } from './body.ts';
import { crowdedJson, isCrowded } from './crowded-json.ts';
import { withThreshold } from './default-threshold.ts';

/** Two hundred thousand transactions with every field have 2.8 million values. */
const BOUNDS = { values: 3_000_000, depth: 16 };

/** Entries handed over at once: a millisecond of copying. */
const SLICE_ENTRIES = 200;

/** How a body is read, by the id of its schema. */
export interface BodyRules {
  schema: z.ZodType;
  /** As of `body`. */
  alsoWrong(body: unknown): FieldError[];
  /** Of a body that gives none. */
  threshold?: number;
}

export class BodyDesk {
  #lists: Record<string, readonly unknown[]> = {};

  constructor(private readonly rules: ReadonlyMap<string, BodyRules>) {}

  /**
   * @returns the body with its lists emptied, and how long they are.
   * @throws Refusal `request.too-large`, `request.malformed`, or `request.invalid` naming every field.
   */
  async read(
    bytes: Uint8Array,
    schemaId: string,
  ): Promise<{ body: Record<string, unknown>; lengths: Record<string, number> }> {
    const { alsoWrong, schema, threshold } = this.rules.get(schemaId)!;
    const parsed = withoutExcess(parsedJson(bytes));
    const given = threshold === undefined ? parsed : withThreshold(parsed, threshold);
    const body = { ...(checkedBody(schema, alsoWrong, given) as Record<string, unknown>) };
    const lengths: Record<string, number> = {};
    for (const [name, value] of Object.entries(body)) {
      if (!Array.isArray(value)) continue;
      this.#lists[name] = value;
      lengths[name] = value.length;
      body[name] = [];
    }
    return { body, lengths };
  }

  /** The next entries of a list, from `start` on. */
  async entries(list: string, start: number): Promise<readonly unknown[]> {
    return this.#lists[list]!.slice(start, start + SLICE_ENTRIES);
  }
}

/** @throws Refusal. */
export function parsedJson(bytes: Uint8Array): unknown {
  if (isCrowded(bytes, BOUNDS)) throw crowdedJson();
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new Refusal('request.malformed', { detail: 'The body is not valid JSON.', cause: error });
  }
}

/** A list that is too long is refused for its length; what is wrong with a million entries is not looked at. */
function withoutExcess(parsed: unknown): unknown {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return parsed;
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, MAX_BODY_TRANSACTIONS + 1) : value,
    ]),
  );
}
