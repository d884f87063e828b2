import { APIError, AuthenticationError, UnauthorizedError } from 'payload';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { payloadLogger } from './payload-log';

describe('the log of Payload in our form', () => {
  afterEach(() => vi.restoreAllMocks());

  const linesOf = (error: Error): readonly unknown[] => {
    const lines: unknown[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
    }
    const { options, destination } = payloadLogger('info');
    destination.write(JSON.stringify({ level: 50, msg: error.message, err: options.serializers.err(error) }));
    return lines;
  };

  it.each([new UnauthorizedError(), new AuthenticationError(), new APIError('Gesperrt', 423)])(
    'calls what people were told no error: %o',
    (error) => {
      expect(linesOf(error)).toMatchObject([{ level: 'info', event: 'payload', error: error.name, status: error.status }]);
    },
  );

  it.each([new APIError('Kaputt'), new APIError('Kein Postausgang', 502)])('calls what the house failed at one: %o', (error) => {
    expect(linesOf(error)).toMatchObject([{ level: 'error', event: 'payload', error: 'APIError', status: error.status }]);
  });

  it('calls an error one, without what its message holds', () => {
    const lines = linesOf(new TypeError('rita@example.org'));
    expect(lines).toMatchObject([{ level: 'error', event: 'payload', error: 'TypeError' }]);
    expect(JSON.stringify(lines)).not.toContain('rita');
  });
});
