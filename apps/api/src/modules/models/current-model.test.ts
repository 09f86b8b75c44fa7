import { createLogger } from '../../platform/logging/index.ts';
import { CurrentModel } from './current-model.ts';

const logger = createLogger({ level: 'silent', process: 'test' });

test('a MODEL_DIR without a model stops the start and is named', async () => {
  await expect(CurrentModel.open('/nowhere', logger)).rejects.toThrow(/^MODEL_DIR: .*\/nowhere/);
});
