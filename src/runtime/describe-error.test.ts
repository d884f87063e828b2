import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error';

const ADDRESS = 'erika.mustermann@example.org';
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.geheim';
const TEXT = 'Ein Abend für Gründerinnen';

const planted = [
  new Error(`Failed query: update "users" set "email" = ?\nparams: ${ADDRESS},${TOKEN},${TEXT}`),
  new Error('outer', { cause: Object.assign(new Error(`E11000 dup key: { email: "${ADDRESS}" }`), { code: 11000 }) }),
  Object.assign(new Error(`550 <${ADDRESS}>: no such user`), { code: `EENVELOPE ${ADDRESS}`, name: TEXT }),
  new SyntaxError(`Unexpected token, "${TEXT}" is not valid JSON\n    at ${ADDRESS} (/srv/${TOKEN}.js:1:1)`),
  Object.assign(new Error('changed later'), { message: `${ADDRESS} ${TOKEN}` }),
  `${ADDRESS} ${TOKEN} ${TEXT}`,
  { message: ADDRESS, token: TOKEN },
  undefined,
];

describe('the description of an error', () => {
  it.each(planted)('repeats nothing that people entered (%#)', (error) => {
    expect(JSON.stringify(describeError(error))).not.toMatch(/erika|geheim|Gründerinnen/);
  });

  it('names it and its causes with their codes', () => {
    const cause = Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });
    expect(describeError(new TypeError('Failed query', { cause })).error).toBe('TypeError < Error SQLITE_BUSY');
    expect(describeError('gone').error).toBe('string');
  });

  it('says where it came from', () => {
    expect(describeError(new Error('two\nlines')).at).toMatch(/^src\/runtime\/describe-error\.test\.ts:\d+:\d+$/);
  });
});
