import { expect, it, vi } from 'vitest';
import { Gathering } from '../../../examples/server/src/database/gathering.js';

/** A journey that ends when it is told to. */
function travelling() {
  const ends: (() => void)[] = [];
  const travel = vi.fn(async (questions: readonly number[]) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    if (questions.includes(0)) throw new Error('nobody answers');
    return questions.map((question) => question * 10);
  });
  return { travel, arrive: () => vi.waitFor(() => (ends.shift() as () => void)()) };
}

it('lets who comes alone go at once, and those who come meanwhile together', async () => {
  const { travel, arrive } = travelling();
  const gathering = new Gathering(travel);
  const answers = Promise.all([1, 2, 3].map((question) => gathering.ask(question)));
  await arrive();
  await arrive();
  expect(await answers).toEqual([10, 20, 30]);
  expect(travel.mock.calls).toEqual([[[1]], [[2, 3]]]);
});

it('tells all who went together that it failed, and goes again for those after them', async () => {
  const { travel, arrive } = travelling();
  const gathering = new Gathering(travel);
  const first = Promise.allSettled([1, 0, 3].map((question) => gathering.ask(question)));
  await arrive();
  await arrive();
  expect((await first).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  const after = gathering.ask(4);
  await arrive();
  expect(await after).toBe(40);
});
