// zod compiles parsers with `new Function` where it may; the policy forbids it, and asking would be reported as a breach.
// Imported before anything that makes a schema.
import { config } from 'zod';

config({ jitless: true });
