import { z } from 'zod';
import type { Postable } from '#domain/connection';
import type { HttpAnswer } from './http';
import { isFine, jsonIn } from './judge';
import type { LinkedinAsk } from './linkedin-line';

/** Roles on a page that let somebody post as it (Posts API, permissions). */
const POSTING = ['ADMINISTRATOR', 'CONTENT_ADMIN', 'CONTENT_ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'];

const ROLES = z.object({
  elements: z.array(z.object({ role: z.string(), state: z.string().optional(), organization: z.string() })),
});

/**
 * The numbers of the pages that whoever gave the token may post as (Organization Access Control by Role); `answer`: what came instead.
 */
export const pagesOf = async (
  ask: LinkedinAsk,
): Promise<{ readonly pages: readonly string[] } | { readonly answer: HttpAnswer }> => {
  const path = '/rest/organizationAcls?q=roleAssignee&state=APPROVED&count=100';
  const answer = await ask({ method: 'GET', path, call: 'FINDER' });
  const roles = isFine(answer) ? ROLES.safeParse(jsonIn(answer)).data : undefined;
  if (!roles) return { answer };
  const posting = roles.elements.filter(({ role, state = 'APPROVED' }) => state === 'APPROVED' && POSTING.includes(role));
  const numbers = posting.flatMap(({ organization }) => /^urn:li:organization:(\d{1,20})$/.exec(organization)?.[1] ?? []);
  return { pages: [...new Set(numbers)] };
};

const NAMES = z.object({ results: z.record(z.string(), z.object({ localizedName: z.string() })) });

/** The pages with their names (Organization Lookup); one whose name is not told is called by its number. */
export const namedPages = async (ask: LinkedinAsk, pages: readonly string[]): Promise<readonly Postable[]> => {
  if (pages.length === 0) return [];
  const answer = await ask({ method: 'GET', path: `/rest/organizationsLookup?ids=List(${pages.join(',')})` });
  const names = (isFine(answer) && NAMES.safeParse(jsonIn(answer)).data?.results) || {};
  return pages.map((id) => ({ id, name: names[id]?.localizedName.slice(0, 200) || id }));
};
