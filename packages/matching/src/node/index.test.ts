import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { currentEncoderDirectory, currentModelDirectory, loadScorer } from './index.ts';

describe('loading a model', () => {
  let home: string;
  let directory: string;
  let manifest: Record<string, unknown>;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'model-'));
    directory = join(home, 'trained-here');
    await cp(currentModelDirectory(), directory, { recursive: true });
    await cp(currentEncoderDirectory(), join(home, basename(currentEncoderDirectory())), { recursive: true });
    manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const load = async (changes: Record<string, unknown>) => {
    await writeFile(join(directory, 'manifest.json'), JSON.stringify({ ...manifest, ...changes }));
    return loadScorer({ directory });
  };

  it('works from any directory with its service encoder beside it', async () => {
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

  it('is refused when it was taught on the vectors of another service encoder', async () => {
    await expect(load({ serviceEncoder: '0'.repeat(64) })).rejects.toThrow('another service encoder');
  });

  it('is refused when the service encoder beside it is not the one its manifest describes', async () => {
    const encoder = join(home, basename(currentEncoderDirectory()), 'model.onnx');
    await writeFile(encoder, 'something else');
    await expect(load({})).rejects.toThrow('SHA-256 differs');
  });

  it('is refused when it was trained for another plan', async () => {
    await expect(load({ plan: 'invoices-to-bank/1' })).rejects.toThrow('invoices-to-bank/1');
  });
});
