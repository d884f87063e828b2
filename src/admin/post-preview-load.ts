import type { Payload, PayloadRequest } from 'payload';
import { type ChannelSettings, isNetwork } from '#domain/channel';
import type { Content } from '#domain/content';
import { now } from '#runtime/clock';
import { readEnv } from '#runtime/env';
import { loadSettings, type Settings } from '#store/settings';
import { loadUnsaved, type Unsaved } from '#store/unsaved-content';
import { composePost, lostOfTeaser } from '#templates/post';
import { limitsFor, shownPost } from './delivery-text';
import type { PostPreviews, PreviewChannel, PreviewedPost } from './use-post-preview.client';
import { viewerOf } from './viewer';

type Request = { readonly payload: Payload; readonly user: PayloadRequest['user'] };

/**
 * The announcements of a content as it stands in somebody's form: on the channels of this person's organisation (of the content's own,
 * for those above), or on the one that was asked for. Nothing is stored.
 */
export const loadPostPreviews = async (
  { payload, user }: Request,
  unsaved: Unsaved,
  channelId: string | undefined,
): Promise<PostPreviews> => {
  const at = now();
  const settings = await loadSettings(payload, at);
  const content = await loadUnsaved(payload, unsaved, user, at);
  const own = viewerOf(user)?.organisation ?? content?.organiser;
  const networks = settings.channels.filter(({ active, kind }) => active && isNetwork(kind));
  const asked = networks.filter(({ id, carrier }) => (channelId ? id === channelId : carrier === own));
  return {
    channels: networks.filter(({ carrier }) => carrier !== own).map((channel) => optionOf(channel, settings)),
    posts: content && asked.flatMap((channel) => previewOf(content, channel, settings) ?? []),
  };
};

const optionOf = (channel: ChannelSettings, { organisations }: Settings): PreviewChannel => ({
  id: channel.id,
  label: [organisations.get(channel.carrier)?.shortName, channel.name].filter(Boolean).join(' · '),
});

const previewOf = (content: Content, channel: ChannelSettings, { organisations }: Settings): PreviewedPost | undefined => {
  const env = readEnv();
  const delivery = { purpose: 'announce', ownTextStale: false, dueAt: content.publishedAt } as const;
  const limits = limitsFor(channel, env);
  const told = { delivery, content, organisations, channel, publicUrl: env.publicUrl, limits };
  const post = composePost(told);
  const shown = shownPost({ organisations, env }, channel, post, content.picture);
  return shown && { id: channel.id, channel: channel.name, shown, lost: lostOfTeaser(told, post) };
};
