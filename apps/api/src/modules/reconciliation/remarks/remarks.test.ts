// What people say about a row without deciding it: notes, and to whom it is given.
import { app, as, run, setUpReconciledSpa, spa } from '../../../testing/reconciled-spa.ts';

const BOOKS = {
  reward_transactions: [
    { transaction_id: 'R-1', customer_name: 'Ana Reyes', amount: 40, date: '2026-03-02', program: 'alle' },
  ],
  pos_transactions: [
    { transaction_id: 'P-2', customer_name: 'Dora Lindqvist', amount: 75, date: '2026-03-20' },
  ],
};

setUpReconciledSpa(BOOKS);

describe('notes', () => {
  test('are written about any row, and taken back', async () => {
    const { body } = await app.http
      .post(run.pathOf('P-2', 'notes'))
      .set(as('reviewer'))
      .send({ text: 'Called Dora.' })
      .expect(200);
    expect(body.notes).toEqual([
      {
        note_id: expect.any(String),
        text: 'Called Dora.',
        written_by: 'The reviewer',
        written_at: expect.any(String),
      },
    ]);
    const path = run.pathOf('P-2', `notes/${body.notes[0].note_id}`);
    expect((await app.http.delete(path).set(as('reviewer')).expect(200)).body.notes).toEqual([]);
    await app.http.delete(path).set(as('reviewer')).expect(404);
  });
});

describe('a row is given to a member', () => {
  const assign = (userId: string | null, insteadOf: string | null = null) =>
    app.http
      .put(run.pathOf('R-1', 'assignee'))
      .set(as('reviewer'))
      .send({ user_id: userId, instead_of: insteadOf });

  test('handed on, and taken back', async () => {
    const [maria, nina] = [spa.members.reviewer.userId, spa.members.manager.userId];
    const { body } = await assign(maria).expect(200);
    expect(body.assigned_to).toMatchObject({
      user_id: maria,
      name: 'The reviewer',
      assigned_by: 'The reviewer',
    });
    expect((await assign(nina).expect(409)).body.code).toBe('resource.conflict');
    expect((await assign(nina, maria).expect(200)).body.assigned_to.user_id).toBe(nina);
    await assign(null, maria).expect(409);
    expect((await assign(null, nina).expect(200)).body.assigned_to).toBeNull();
    await assign('00000000-0000-4000-8000-000000000000').expect(404);
  });

  test('once, of twenty who do so at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => assign(spa.members.admin.userId)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });
});
