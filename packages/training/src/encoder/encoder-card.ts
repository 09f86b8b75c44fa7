// The card that lies beside the service encoder.
import type { EncoderManifest } from '@medspasync/matching/stages';
import type { EncoderJudgement } from './judge-encoder.ts';

export function encoderCard(manifest: EncoderManifest, judged: EncoderJudgement, bytes: number): string {
  const rows = [...judged.cosines].map(
    ([relation, { pairs, low, middle, high }]) =>
      `| ${relation} | ${pairs} | ${low.toFixed(2)} | ${middle.toFixed(2)} | ${high.toFixed(2)} |`,
  );
  const misses = judged.misses.map(
    (miss) => `| ${miss.wording} | ${miss.treatment} | ${miss.nearest} | ${miss.nearestTreatment} |`,
  );
  return `# Service encoder ${manifest.version}

Makes a vector of ${manifest.width} whole numbers of a service as people write it, so that wordings of one treatment point the same
way: words, pairs of words and runs of 3 to 5 letters are hashed into ${manifest.buckets} buckets, whose rows are added up
(${manifest.kind}; ${bytes.toLocaleString('en-US')} bytes of ONNX). Counts of units are not read. A wording whose vector is shorter than
${manifest.leastLength} says nothing.

- Taught by contrast (InfoNCE) on ${manifest.trainingWordings.toLocaleString('en-US')} wordings written by hand in \`packages/training/src/encoder/knowledge\` and \`packages/test-kit\`, with
  counts, areas, chatter and slips of the keyboard added by chance. Wordings of one product attract each other, rival brands of one
  family repel each other, a generic is drawn half as hard to every brand it may stand for.
- Made by \`npm run train:encoder -w @medspasync/training\`; the same source gives the same bytes (SHA-256 \`${manifest.sha256}\`).

## Measured on ${judged.wordings} wordings never seen in training

They are those of \`knowledge/exam.ts\`, and a quarter of the test kit's wordings, held out by a hash of their letters.

- The nearest learned wording is of the same treatment: ${(judged.topOne * 100).toFixed(1)} %.
- Two wordings of one treatment are closer than two treatments that are apart: AUC ${judged.auc.toFixed(4)}.
- … than two rival brands of one family (Botox and Dysport, Juvéderm and Restylane): AUC ${judged.aucOfRivalBrands.toFixed(4)}.

| pairs of unseen wordings | pairs | cosine, 5 % | median | 95 % |
|---|---|---|---|---|
${rows.join('\n')}

"kind" is a brand and the generic it may hide behind; "open" is left alone by training.

## What it gets wrong

| wording | of | nearest learned wording | of |
|---|---|---|---|
${misses.join('\n')}

## Limits

A nickname that shares no run of letters with anything learned cannot be understood. The lists are the authors' and in American
English. A vector says what was sold, never to whom: names in a service's free text are hashed like any word and nothing is kept.
`;
}
