import { expect, test } from 'vitest';
import { tidyRecord } from './tidying';

test('titles become one line, texts keep their lines, controls vanish everywhere', () => {
  expect(
    tidyRecord({
      title: ' Gründer\r\ntag\u0007 ',
      teaser: 'Eins\r\nzwei\u000bdrei',
      description: { root: { children: [{ text: 'a\u0000b' }] } },
    }),
  ).toEqual({ title: 'Gründer tag', teaser: 'Eins\nzwei drei', description: { root: { children: [{ text: 'ab' }] } } });
});

test('links get their https, everything else stays for the check', () => {
  expect(tidyRecord({ link: ' www.example.org ' })).toEqual({ link: 'https://www.example.org' });
  expect(tidyRecord({ link: 'example' })).toEqual({ link: 'example' });
});

test('moments are kept as instants in UTC with milliseconds', () => {
  expect(tidyRecord({ startsAt: '2027-01-10T18:00:00+01:00', endsAt: new Date('2027-01-10T18:00:00Z'), deadline: '' })).toEqual({
    startsAt: '2027-01-10T17:00:00.000Z',
    endsAt: '2027-01-10T18:00:00.000Z',
    deadline: null,
  });
  expect(tidyRecord({ startsAt: '10.01.2027 18:00' })).toEqual({ startsAt: '10.01.2027 18:00' });
});

test('what is no text is left alone', () => {
  const picture = Buffer.from('x');
  expect(tidyRecord({ allDay: true, planRevision: 3, topics: ['a'], picture, none: null, missing: undefined })).toEqual({
    allDay: true,
    planRevision: 3,
    topics: ['a'],
    picture,
    none: null,
    missing: undefined,
  });
});
