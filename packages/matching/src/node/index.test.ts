import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentModelDirectory, loadScorer } from './index.ts';

describe('loading a model', () => {
  let directory: string;
  let manifest: Record<string, unknown>;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'model-'));
    manifest = JSON.parse(await readFile(join(currentModelDirectory(), 'manifest.json'), 'utf8'));
    await writeFile(
      join(directory, 'model.onnx'),
      await readFile(join(currentModelDirectory(), 'model.onnx')),
    );
  });
  afterEach(() => rm(directory, { recursive: true }));

  const load = async (changes: Record<string, unknown>) => {
    await writeFile(join(directory, 'manifest.json'), JSON.stringify({ ...manifest, ...changes }));
    return loadScorer({ directory });
  };

  it('works from any directory', async () => {
    expect((await load({})).manifest.version).toBe(manifest.version);
  });

  it('is refused when the file is not the one the manifest describes', async () => {
    await expect(load({ sha256: '0'.repeat(64) })).rejects.toThrow('SHA-256 differs');
  });

  it('is refused when the model reads other features than the plan measures', async () => {
    const features = [...(manifest.features as string[])];
    features[3] = 'shoe_size';
    await expect(load({ features })).rejects.toThrow('features[3] is shoe_size');
  });

  it('is refused when it was trained for another plan', async () => {
    await expect(load({ plan: 'invoices-to-bank/1' })).rejects.toThrow('invoices-to-bank/1');
  });
});
