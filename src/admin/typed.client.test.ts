import type { FormState } from 'payload';
import { describe, expect, it } from 'vitest';
import { followTyping } from './typed.client';

const NOTHING: ReadonlySet<string> = new Set();
const EMPTY: FormState = { updatedAt: { value: '1' }, title: { value: '' }, town: { value: '' } };
const TITLE: FormState = { ...EMPTY, title: { value: 'Abend', isModified: true } };
/** The form's own reducer: a change takes the mark from all other fields. */
const BOTH: FormState = { ...EMPTY, title: { value: 'Abend' }, town: { value: 'Kassel', isModified: true } };

describe('what is typed while a save is under way', () => {
  it('is remembered, and needs nothing as long as it is one field', () => {
    expect(followTyping(NOTHING, EMPTY, TITLE)).toEqual({ isAnswered: false, typed: new Set(['title']), unguarded: {} });
  });

  it('gets the mark back that typing in the next field took away', () => {
    const { typed, unguarded } = followTyping(new Set(['title']), TITLE, BOTH);
    expect(typed).toEqual(new Set(['title', 'town']));
    expect(unguarded).toEqual({ title: { value: 'Abend', isModified: true } });
  });

  it('needs no second mark once it has it', () => {
    const marked = { ...BOTH, title: { value: 'Abend', isModified: true } };
    expect(followTyping(new Set(['title', 'town']), BOTH, marked).unguarded).toEqual({});
  });

  it('is not what the server wrote, nor what is only checked again', () => {
    const written = { ...EMPTY, town: { value: 'Kassel' }, title: { value: '', isModified: true } };
    expect(followTyping(NOTHING, EMPTY, written).typed).toEqual(NOTHING);
  });

  it('is forgotten with the answer, and never by a field that is gone', () => {
    const answered = { ...BOTH, updatedAt: { value: '2' } };
    expect(followTyping(new Set(['title']), BOTH, answered)).toEqual({ isAnswered: true, typed: NOTHING, unguarded: {} });
    expect(followTyping(new Set(['rows.3.name']), EMPTY, EMPTY).unguarded).toEqual({});
  });
});
