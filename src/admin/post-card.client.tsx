'use client';

import Image from 'next/image';
import type { Language } from '#domain/content';
import type { Post } from '#domain/message';
import type { NetworkKind } from '#domain/network';
import type { DescribedPicture } from '#domain/picture';
import { postLength } from '#domain/post-length';
import type { TextLimits } from '#domain/post-limits';
import { piecesOf } from '#domain/post-spans';
import { COUNTED_BY, cardLabel, lengthInWords, POST_CARD } from '#i18n/post-card';

/** A post, on which network, and in whose name it stands there. */
export type ShownPost = {
  readonly network: NetworkKind;
  readonly carrier: string;
  /** The account it leaves by, else the carrier's handle, where one is known. */
  readonly account?: string | undefined;
  readonly post: Pick<Post, 'text' | 'link' | 'card' | 'mentions' | 'language'>;
  readonly picture: DescribedPicture | undefined;
  readonly limits: TextLimits;
};

type CardProps = {
  readonly shown: ShownPost;
  /** Below it stands how long it is; left out where that stands beside the text already. */
  readonly isCounted?: boolean;
  readonly language: Language;
};

/** A post about as its network shows it, and how long it is there. Nothing in it can be followed. */
export const PostCard = ({ shown, isCounted = true, language }: CardProps) => {
  const { network, post, picture, limits } = shown;
  const length = postLength(post.text, limits);
  return (
    <div className="post-shown">
      <article className={`post-card post-card--${network}`} aria-label={cardLabel(network)[language]}>
        <Head shown={shown} language={language} />
        <p className="post-card-text" lang={post.language}>
          {piecesOf(post).map(({ start, text, kind }) => (
            <span key={start} className={kind && 'post-card-span'}>
              {text}
            </span>
          ))}
        </p>
        {!picture || isOnCard(network, picture) ? <LinkCard post={post} picture={picture} /> : <Pictured picture={picture} />}
      </article>
      {picture?.alt && (
        <p className="post-shown-note">
          {POST_CARD.alt[language]}: {picture.alt}
        </p>
      )}
      {isCounted && (
        <p className="post-shown-note">
          {lengthInWords(length, limits.textLength)[language]} ({COUNTED_BY[network][language]})
        </p>
      )}
    </div>
  );
};

/** Where a picture belongs to the card of the link; elsewhere, and on Bluesky when it says what it shows, there is the picture alone. */
const isOnCard = (network: NetworkKind, { alt }: DescribedPicture): boolean =>
  network === 'linkedin' || (network === 'bluesky' && alt === '');

const Head = ({ shown: { network, carrier, account }, language }: { readonly shown: ShownPost; readonly language: Language }) => (
  <header className="post-card-head">
    <span className="post-card-avatar" aria-hidden="true">
      {Array.from(carrier)[0] ?? ''}
    </span>
    <span>
      <strong className="post-card-name">{network === 'linkedin' ? (account ?? carrier) : carrier}</strong>
      <span className="post-card-handle">{network === 'linkedin' ? POST_CARD.page[language] : account}</span>
    </span>
  </header>
);

const LinkCard = ({ post, picture }: Pick<ShownPost, 'post' | 'picture'>) =>
  post.card && post.link ? (
    <div className="post-card-link" lang={post.language}>
      {picture && <Pictured picture={picture} />}
      <span className="post-card-host">{hostOf(post.link)}</span>
      <strong>{post.card.title}</strong>
    </div>
  ) : null;

const Pictured = ({ picture: { path, alt, width, height } }: { readonly picture: DescribedPicture }) => (
  <Image className="post-card-picture" src={path} alt={alt} width={width} height={height} unoptimized />
);

const hostOf = (link: string): string => link.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/?#].*$/s, '');
