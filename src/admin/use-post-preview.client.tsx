'use client';

import { useEffect, useState } from 'react';
import type { ShownPost } from './post-card.client';

/** A channel whose post can be looked at. */
export type PreviewChannel = { readonly id: string; readonly label: string };
/** A post, id and name of its channel, and what of the teaser it has no room for. */
export type PreviewedPost = {
  readonly id: string;
  readonly channel: string;
  readonly shown: ShownPost;
  readonly lost?: 'end' | 'all' | undefined;
};
/** Channels of others, and the posts that were asked for; no posts while the content lacks what every post needs. */
export type PostPreviews = {
  readonly channels: readonly PreviewChannel[];
  readonly posts?: readonly PreviewedPost[] | undefined;
};

/** Asks for the posts about what stands in a form, a moment after it changed; `asked` is the request, undefined while nobody looks. */
export const usePostPreview = (asked: string | undefined): { readonly previews?: PostPreviews; readonly hasFailed: boolean } => {
  const [previews, setPreviews] = useState<PostPreviews>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (asked === undefined) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(asked, leaving.signal);
      if (leaving.signal.aborted) return;
      setFailed(answer === undefined);
      if (answer) setPreviews(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);
  return { ...(previews && { previews }), hasFailed };
};

/** So long nobody types before the server is asked. */
const PAUSE_MS = 600;

const ask = async (body: string, signal: AbortSignal): Promise<PostPreviews | undefined> => {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('/api/post-preview', { method: 'POST', credentials: 'same-origin', headers, body, signal });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
};
