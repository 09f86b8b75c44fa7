// What the programs' terms say, from a day on.
import { bodyOf } from '@medspasync/api-client';
import type { ProgramRuleWire, SetProgramRuleRequestWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

const PATH = '/organizations/current/program-rules';

export const useProgramRules = () =>
  useQuery({
    queryKey: queryKeys.programRules,
    queryFn: async ({ signal }): Promise<ProgramRuleWire[]> =>
      (await bodyOf(api.http.GET(PATH, { signal }))).rules,
  });

export const setProgramRule = async (body: SetProgramRuleRequestWire): Promise<ProgramRuleWire[]> =>
  (await bodyOf(api.http.PUT(PATH, { body }))).rules;
