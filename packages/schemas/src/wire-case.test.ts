import { fromWire, toWire } from './wire-case.ts';

describe('names on the wire', () => {
  it('are snake_case outside and camelCase inside, at every depth', () => {
    const wire = { job_id: 'j', results: [{ match_probability: 0.9, runner_up: null }] };
    const inside = fromWire(wire);
    expect(inside).toEqual({ jobId: 'j', results: [{ matchProbability: 0.9, runnerUp: null }] });
    expect(toWire(inside)).toEqual(wire);
  });

  it('leave values alone, even those that look like names', () => {
    expect(toWire({ displayName: 'MaryAnn', tags: ['camelCase'] })).toEqual({
      display_name: 'MaryAnn',
      tags: ['camelCase'],
    });
  });

  it('drop what is undefined and keep what is null', () => {
    expect(toWire({ startedAt: null, completedAt: undefined })).toEqual({ started_at: null });
  });
});
