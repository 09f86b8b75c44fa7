// A model's directory: `model.onnx` and the `manifest.json` that describes it, checked against each other.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Throws when a file is missing or the model's SHA-256 is not the manifest's. */
export async function readModelFiles<Manifest extends { sha256: string }>(
  directory: string,
): Promise<{ model: Uint8Array; manifest: Manifest }> {
  const [model, manifestText] = await Promise.all([
    readFile(join(directory, 'model.onnx')),
    readFile(join(directory, 'manifest.json'), 'utf8'),
  ]);
  const manifest = JSON.parse(manifestText) as Manifest;
  if (createHash('sha256').update(model).digest('hex') !== manifest.sha256) {
    throw new Error(`model.onnx in ${directory} is not the one its manifest describes (SHA-256 differs)`);
  }
  return { model, manifest };
}
