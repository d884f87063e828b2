import type { Access, PayloadRequest } from 'payload';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/role';
import { instant } from '#domain/time';
import { setClock } from '#runtime/clock';
import {
  createContents,
  deleteUsers,
  readContents,
  readContentVersions,
  readNotices,
  updateUsers,
  viewerOf,
  writeContents,
  writeOfOrganisation,
  writeOrganisation,
} from './access';

const NOW = '2026-12-01T08:00:00.000Z';
beforeAll(() => setClock(() => instant(NOW)));
afterAll(() => setClock(undefined));

const user = (role: Role, organisation: string | null = 'spk'): PayloadRequest['user'] => ({
  id: `${role}-1`,
  role,
  organisation,
  name: role,
  email: `${role}@example.org`,
  createdAt: NOW,
  updatedAt: NOW,
  collection: 'users',
});

// An access rule reads nothing of a request but who asks.
const ask = (rule: Access, who: PayloadRequest['user']) => rule({ req: { user: who } as PayloadRequest });

const published = { and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }] };

describe('contents', () => {
  test('the public reads what is published, public, past its embargo and not in the trash', () => {
    expect(ask(readContents, null)).toEqual({
      and: [
        published,
        { visibility: { equals: 'public' } },
        { or: [{ embargoUntil: { exists: false } }, { embargoUntil: { less_than_equal: NOW } }] },
      ],
    });
  });

  test('people read all that is published and the drafts of their own organisation', () => {
    for (const role of ['editor', 'author'] as const)
      expect(ask(readContents, user(role))).toEqual({ or: [published, { organiser: { equals: 'spk' } }] });
    expect(ask(readContents, user('editor', null))).toEqual(published);
  });

  test('coordination and administration read and write everything', () => {
    for (const role of ['admin', 'coordinator'] as const)
      for (const rule of [readContents, readContentVersions, writeContents, createContents])
        expect(ask(rule, user(role, null))).toBe(true);
  });

  test('editors write what is theirs, authors their drafts, the public nothing', () => {
    expect(ask(writeContents, user('editor'))).toEqual({ organiser: { equals: 'spk' } });
    expect(ask(writeContents, user('author'))).toEqual({
      and: [{ organiser: { equals: 'spk' } }, { _status: { equals: 'draft' } }],
    });
    expect(writeContents({ req: { user: user('author') } as PayloadRequest, data: { _status: 'published' } })).toBe(false);
    expect(ask(writeContents, null)).toBe(false);
    expect(ask(createContents, user('author'))).toBe(true);
    expect(ask(createContents, user('editor', null))).toBe(false);
    expect(ask(createContents, null)).toBe(false);
  });

  test('versions are the business of the organiser', () => {
    expect(ask(readContentVersions, user('author'))).toEqual({ 'version.organiser': { equals: 'spk' } });
    expect(ask(readContentVersions, null)).toBe(false);
  });
});

describe('organisations, channels, accounts', () => {
  test('editors keep their own profile and channels, authors do not', () => {
    expect(ask(writeOrganisation, user('editor'))).toEqual({ id: { equals: 'spk' } });
    expect(ask(writeOfOrganisation, user('editor'))).toEqual({ organisation: { equals: 'spk' } });
    for (const rule of [writeOrganisation, writeOfOrganisation]) {
      expect(ask(rule, user('author'))).toBe(false);
      expect(ask(rule, null)).toBe(false);
    }
  });

  test('coordination manages editors and authors, nobody else but administration manages more', () => {
    const below = { role: { in: ['editor', 'author'] } };
    expect(ask(updateUsers, user('coordinator'))).toEqual({ or: [{ id: { equals: 'coordinator-1' } }, below] });
    expect(ask(updateUsers, user('editor'))).toEqual({ id: { equals: 'editor-1' } });
    expect(ask(updateUsers, user('admin'))).toBe(true);
    expect(ask(deleteUsers, user('coordinator'))).toEqual(below);
    expect(ask(deleteUsers, user('editor'))).toBe(false);
    expect(ask(deleteUsers, null)).toBe(false);
  });

  test('notices are private', () => {
    expect(ask(readNotices, user('editor'))).toEqual({ user: { equals: 'editor-1' } });
    expect(ask(readNotices, null)).toBe(false);
  });

  test('the organisation of a person counts whether it was read as document or as id', () => {
    expect(viewerOf(user('editor'))?.organisation).toBe('spk');
    expect(viewerOf(user('editor', null))?.organisation).toBeUndefined();
    expect(viewerOf(null)).toBeUndefined();
  });
});
