// The loyalty programs as options of a select.
import { PROGRAMS } from '@medspasync/schemas';

export function ProgramOptions() {
  return Object.entries(PROGRAMS).map(([program, { name }]) => (
    <option key={program} value={program}>
      {name}
    </option>
  ));
}
