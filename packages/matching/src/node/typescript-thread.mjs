// Where a thread starts when the code runs from its source: Node does not hand loaders on to threads, so each
// registers the TypeScript loader for itself. The argument is the file to run.
import { register } from 'tsx/esm/api';

register();
await import(process.argv[2]);
