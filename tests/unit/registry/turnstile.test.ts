import { Turnstile } from '../../../plugins/registry/dist/server/services/turnstile';

function aTask() {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { done, finish };
}

describe('a turnstile', () => {
  it('lets no more through at once than it has places, in the order of their coming', async () => {
    const turnstile = new Turnstile(2);
    const tasks = [aTask(), aTask(), aTask(), aTask()];
    const started: number[] = [];
    const passes = tasks.map((task, index) =>
      turnstile.pass(async () => {
        started.push(index);
        await task.done;
      }),
    );
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    tasks[1]?.finish();
    await passes[1];
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2]);
    for (const task of tasks) task.finish();
    await Promise.all(passes);
    expect(started).toEqual([0, 1, 2, 3]);
  });

  it('gives the place of failed work to the next', async () => {
    const turnstile = new Turnstile(1);
    const failed = turnstile.pass(() => Promise.reject(new Error('broken picture')));
    const next = turnstile.pass(() => Promise.resolve('whole picture'));
    await expect(failed).rejects.toThrow('broken picture');
    await expect(next).resolves.toBe('whole picture');
    await expect(turnstile.pass(() => Promise.resolve('another'))).resolves.toBe('another');
  });
});
