// What every way of mapping answers.
import type { MappedField } from '@medspasync/schemas';

export interface GuessedColumn {
  columnIndex: number;
  field: MappedField;
  /** 0–1; a person should look at anything below 0.8. */
  confidence: number;
}
