import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { currentEncoderDirectory, loadEncoder, readModelFiles, runtimeEncoderOf } from '../node/index.ts';
import { normalise } from '../normalise/normalise.ts';
import { parseService } from '../normalise/parse-service.ts';
import type { EncoderManifest } from '../score/scorer.ts';
import { onnxEncoder } from './service-encoder.ts';
import { understand, understandNow } from './understand.ts';
import { bucketsOf, MOST_BUCKETS, wordingOf } from './wording-buckets.ts';

const wording = (text: string) => wordingOf(parseService(text).text);

async function runtimeEncoder() {
  const { model, manifest } = await readModelFiles<EncoderManifest>(currentEncoderDirectory());
  return runtimeEncoderOf(model, manifest);
}

describe('the service encoder', () => {
  it('gives the same numbers by its runtime and by evaluation here, whatever is written', async () => {
    const encoder = await loadEncoder();
    const runtime = await runtimeEncoder();
    const word = fc.constantFrom(
      'botox',
      'tox',
      'forehead',
      'lip',
      'flip',
      '40',
      'u',
      'syr',
      'facial',
      '☂',
      'ß',
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { maxLength: 20 }), async (list) => {
        const wordings = list.map(wording);
        const evaluated = encoder.encodeNow(wordings);
        expect(await runtime.encode(wordings)).toEqual(evaluated);
        expect(await encoder.encode(wordings)).toEqual(evaluated);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same numbers by the runtime of browsers', async () => {
    const inNode = await loadEncoder();
    env.wasm.numThreads = 1;
    const model = await readFile(join(currentEncoderDirectory(), 'model.onnx'));
    const session = await InferenceSession.create(new Uint8Array(model), { executionProviders: ['wasm'] });
    const inBrowser = await onnxEncoder(
      { run: (feeds, fetches) => session.run(feeds as InferenceSession.FeedsType, fetches) },
      inNode.manifest,
      (data, shape) => new Tensor('int32', data, shape),
    );
    const wordings = ['Botox 40u', 'Tox – forehead', 'Dysport', 'Lip flip', 'zzz', ''].map(wording);
    expect(await inBrowser.encode(wordings)).toEqual(await inNode.encode(wordings));
  });

  it('says nothing about what nobody taught it', async () => {
    const { encodeNow } = await loadEncoder();
    for (const text of ['', '---', '12345', 'special package'])
      expect(encodeNow([wording(text)]).every((part) => part === 0)).toBe(true);
  });

  it('reads no counts and a bounded part of a long note', () => {
    expect(wording('Botox 40u')).toBe(wording('Botox 20u'));
    expect(wording('Morpheus8 b12')).toBe('morpheus8 b12');
    expect(bucketsOf(wording('very long note '.repeat(40)))).toHaveLength(MOST_BUCKETS);
  });

  it('understands a job the same at once and by its runtime, one vector for wordings that differ in counts', async () => {
    const encoder = await runtimeEncoder();
    const row = (service: string) => ({
      transactionId: '1',
      type: 'sale' as const,
      customerName: 'Ann Abel',
      date: '2024-01-15',
      amountCents: 100,
      service,
    });
    const records = normalise({ rewards: [row('Botox 40u'), row('Dysport')], pos: [row('Botox 20u')] });
    const { services } = await understand(records, encoder);
    expect(services).toEqual(understandNow(records, encoder).services);
    const vector = (s: number) => [...services.meaning.subarray(s * 32, (s + 1) * 32)];
    expect(vector(0)).toEqual(vector(2));
    expect(vector(0)).not.toEqual(vector(1));
  });
});
