// A desk for the tests of work threads.
import { currentOrganizationId, currentStatements } from '../../database/organization-scope.ts';
import { Refusal } from '../../errors/index.ts';

export class DeskOfTests {
  constructor(private readonly over: AbortSignal) {}

  async add(one: number, other: number): Promise<number> {
    return one + other;
  }

  async organization(): Promise<string> {
    return currentOrganizationId();
  }

  query(sql: string, parameters: unknown[]): Promise<unknown> {
    return currentStatements().query(sql, parameters);
  }

  async refuse(): Promise<void> {
    throw new Refusal('upload.no_rows', {
      detail: 'Not one row can be read.',
      errors: [{ field: 'row 3, column amount', message: 'is no amount' }],
    });
  }

  async break(): Promise<void> {
    throw new TypeError('this is a mistake of ours');
  }

  async die(): Promise<void> {
    setImmediate(() => {
      throw new Error('nobody catches this');
    });
    await new Promise(() => undefined);
  }

  /** Asks over and over until it is told to stop. */
  async goOn(): Promise<void> {
    while (!this.over.aborted) await currentStatements().query('SELECT 1');
  }
}
