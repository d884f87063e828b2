import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerInFull, answerInWords } from './answers';

describe('what a provider answered', () => {
  it.each([
    [
      { kind: 'rejected', code: 'http-422', detail: 'HTTP 422 not wanted' },
      'Der Anbieter hat die Nachricht abgelehnt (HTTP 422)',
    ],
    [{ kind: 'rejected', code: '550', detail: 'No such user here' }, 'Der Anbieter hat die Nachricht abgelehnt (550)'],
    [{ kind: 'rejected', code: 'no-channel', detail: 'the channel is gone' }, 'Den Kanal gibt es nicht mehr'],
    [{ kind: 'unconfirmed', detail: 'socket hang up' }, 'Es kam keine eindeutige Antwort'],
  ] as const)('is said to editors without anybody’s English: %o', (outcome, said) => {
    expect(answerInWords(outcome)?.de).toBe(said);
  });

  it.each([
    [{ kind: 'rejected', code: 'http-422', detail: 'HTTP 422 not wanted' }, 'http-422: HTTP 422 not wanted'],
    [{ kind: 'unconfirmed', detail: 'socket hang up' }, 'socket hang up'],
    [{ kind: 'unconfirmed', detail: 'lease-expired' }, 'Der Prozess, der es übermittelte, ist verstummt'],
    [
      { kind: 'unconfirmed', detail: 'partly 3 1 1 0: no-answer-in-time' },
      '3 angenommen, 1 abgelehnt, 1 ungeklärt, 0 nicht übergeben: Keine Antwort in der Zeit',
    ],
  ] as const)('is said to the administration in full: %o', (outcome, said) => {
    expect(answerInFull(outcome)?.de).toBe(said);
  });

  it('is nothing where all is well', () => {
    expect(answerInWords({ kind: 'accepted', providerId: '1' })).toBeUndefined();
    expect(answerInFull({ kind: 'accepted', providerId: '1' })).toBeUndefined();
  });
});

it('channels speak no language: their words are here', () => {
  const folder = 'src/channels';
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(sources.length).toBeGreaterThan(5);
  for (const name of sources) expect(readFileSync(`${folder}/${name}`, 'utf8'), name).not.toMatch(/[äöüÄÖÜß]/);
});
