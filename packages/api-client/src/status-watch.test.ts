// How a public page learns, without haste, whether the API is up.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askPublicStatus, type PublicStatus, watchPublicStatus } from './status-watch.ts';

const { jest } = import.meta;

class FakePage extends EventTarget {
  hidden = false;
  setHidden(hidden: boolean) {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('asking', () => {
  const answerWith = async (body: string, statusCode = 200) => {
    const server = createServer((_, response) => response.writeHead(statusCode).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const status = await askPublicStatus(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return status;
  };

  test.each<[string, number, PublicStatus]>([
    ['{"status":"healthy"}', 200, 'operational'],
    ['{"status":"degraded"}', 200, 'degraded'],
    ['{"status":"down"}', 503, 'down'],
    ['<html>a proxy speaks</html>', 502, 'down'],
  ])('the answer %s with %i means %s', async (body, statusCode, expected) => {
    expect(await answerWith(body, statusCode)).toBe(expected);
  });

  test('an API that is not there is down', async () => {
    expect(await askPublicStatus('http://127.0.0.1:1')).toBe('down');
  });
});

describe('watching', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const watch = (answers: PublicStatus[]) => {
    const page = new FakePage();
    const seen: PublicStatus[] = [];
    let asked = 0;
    const ask = async () => answers[Math.min(asked++, answers.length - 1)] ?? 'down';
    const stop = watchPublicStatus({
      ask,
      onStatus: (status) => seen.push(status),
      page,
    });
    return { page, seen, stop, asked: () => asked };
  };

  test('it asks at once and then every 30 seconds', async () => {
    const { seen, stop } = watch(['operational', 'degraded']);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(seen).toEqual(['operational', 'degraded']);
    stop();
  });

  test('an API that stays down is asked less and less often, and as before once it is back', async () => {
    const { asked, stop } = watch(['down', 'down', 'operational']);
    await jest.advanceTimersByTimeAsync(59_000);
    expect(asked()).toBe(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked()).toBe(2);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(asked()).toBe(3);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(asked()).toBe(4);
    stop();
  });

  test('a page that nobody looks at asks nothing, and asks as soon as somebody does', async () => {
    const { asked, page, stop } = watch(['operational']);
    await jest.advanceTimersByTimeAsync(0);
    page.setHidden(true);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(asked()).toBe(1);
    page.setHidden(false);
    await jest.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(2);
    stop();
  });

  test('nothing is asked after it was stopped', async () => {
    const { asked, page, stop } = watch(['operational']);
    await jest.advanceTimersByTimeAsync(0);
    stop();
    page.setHidden(false);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(asked()).toBe(1);
  });
});
