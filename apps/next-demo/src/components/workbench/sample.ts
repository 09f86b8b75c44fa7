// The made-up spa that is served with the page.
import type { UploadSide } from '@medspasync/schemas';

const SAMPLE: Readonly<Record<UploadSide, string>> = { reward: 'rewards.csv', pos: 'sales.csv' };

async function openFile(name: string): Promise<File> {
  const response = await fetch(`/sample/${name}`);
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return new File([await response.blob()], `sample-${name}`, { type: 'text/csv' });
}

/** Both files; rejects when one cannot be fetched. */
export async function openSample(): Promise<Record<UploadSide, File>> {
  const [reward, pos] = await Promise.all([openFile(SAMPLE.reward), openFile(SAMPLE.pos)]);
  return { reward, pos };
}
