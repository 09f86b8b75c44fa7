// Bundles the entries into dist/.
import { bundle, THREADS } from './bundle.mjs';

await bundle(
  [
    'src/main.ts',
    'src/worker.ts',
    ...THREADS,
    'src/create-organization.ts',
    'src/seed-sandbox.ts',
    'src/audit-verify.ts',
    'src/contact-messages.ts',
  ],
  'dist',
);
