'use client';

import { useAllFormFields, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useId, useState } from 'react';
import type { Language } from '#domain/content';
import { LOST_OF_TEASER, POST_PREVIEW } from '#i18n/post-preview';
import { CHANNEL_WORDS } from '#i18n/words';
import { PostCard } from './post-card.client';
import { type PostPreviews, usePostPreview } from './use-post-preview.client';

/** Below the form of a content, closed at first: the posts that would announce it, as it stands in the form right now. */
export const PostPreviewPanel = () => {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const [isOpen, setOpen] = useState(false);
  const [channel, setChannel] = useState('');
  const { previews, hasFailed } = usePostPreview(useAsked(isOpen, channel));
  return (
    <details className="post-preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{POST_PREVIEW.title[language]}</summary>
      <p className="post-preview-hint">{POST_PREVIEW.hint[language]}</p>
      {previews && previews.channels.length > 0 && (
        <Choice channels={previews.channels} value={channel} choose={setChannel} language={language} />
      )}
      <div role="status">
        {hasFailed && <p>{POST_PREVIEW.failed[language]}</p>}
        {previews && noteOf(previews) && <p>{POST_PREVIEW[noteOf(previews) ?? 'none'][language]}</p>}
      </div>
      <div className="post-preview-posts">
        {previews?.posts?.map(({ id, channel, shown, lost }) => {
          const network = CHANNEL_WORDS[shown.network][language];
          return (
            <section key={id} aria-labelledby={`post-preview-${id}`}>
              <h2 id={`post-preview-${id}`}>{channel.includes(network) ? channel : `${network}: ${channel}`}</h2>
              <PostCard shown={shown} language={language} />
              {lost && <p className="post-shown-note">{LOST_OF_TEASER[lost][language]}</p>}
            </section>
          );
        })}
      </div>
    </details>
  );
};

/** The form as the server is asked about it; undefined while the panel is closed. */
const useAsked = (isOpen: boolean, channel: string): string | undefined => {
  const [fields] = useAllFormFields();
  const { collectionSlug, id } = useDocumentInfo();
  const { code } = useLocale();
  if (!isOpen) return undefined;
  const all: Record<string, unknown> = reduceFieldsToValues(fields, true);
  const values = Object.fromEntries(TOLD.map((name) => [name, all[name]]));
  return JSON.stringify({ collection: collectionSlug, id, locale: code, ...(channel && { channel }), values });
};

/** The fields that posts tell of. */
const TOLD = [
  ...['title', 'teaser', 'kind', 'organiser', 'coOrganisers', 'language', 'picture', 'link', 'deadline', 'funding'],
  ...['startsAt', 'endsAt', 'allDay', 'status', 'previousStartsAt', 'attendance', 'placeRegion'],
  ...['venue', 'street', 'postalCode', 'town', 'soldOut'],
];

const noteOf = ({ posts, channels }: PostPreviews): 'incomplete' | 'none' | 'noneAtAll' | undefined => {
  if (!posts) return 'incomplete';
  if (posts.length > 0) return undefined;
  return channels.length > 0 ? 'none' : 'noneAtAll';
};

type ChoiceProps = {
  readonly channels: PostPreviews['channels'];
  readonly value: string;
  readonly choose: (channel: string) => void;
  readonly language: Language;
};

const Choice = ({ channels, value, choose, language }: ChoiceProps) => {
  const id = useId();
  return (
    <p className="post-preview-choice">
      <label htmlFor={id}>{POST_PREVIEW.channel[language]}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{POST_PREVIEW.own[language]}</option>
        {channels.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </p>
  );
};
