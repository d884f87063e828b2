import { Link, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import type { ChannelSettings } from '#domain/channel';
import { inLanguage, type Language } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import type { Post } from '#domain/message';
import { isCorrection } from '#domain/purpose';
import { cutText, oneLine } from '#domain/text';
import type { Instant } from '#domain/time';
import { momentWithZone } from '#i18n/dates';
import { HANDOVER_WORDS, handoverSentences, WHY_BY_HAND } from '#i18n/mail';
import { CHANNEL_WORDS, PURPOSE_WORDS } from '#i18n/words';
import { MailLayout } from './mail-layout';
import { Hint, MailHead, MainButton, Paragraph, Verbatim } from './mail-parts';
import { STYLE } from './mail-style';
import { composePost, type PostInput } from './post';

/** What a handover is made of; `confirmUrl` is the signed page, `askUntil` when we stop asking. */
export type HandoverInput = Omit<PostInput, 'channel' | 'delivery'> & {
  readonly delivery: PostInput['delivery'] & Pick<Delivery, 'reason'>;
  readonly channel: Pick<ChannelSettings, 'carrier' | 'language' | 'kind' | 'name'>;
  readonly confirmUrl: string;
  readonly askUntil: Instant;
  /** It may be there already: an earlier try ended without an answer. */
  readonly isUnsure?: boolean | undefined;
};

/** A mail with everything a person needs to publish a post by hand, and the post itself as it was handed over. */
export const composeHandover = async (
  input: HandoverInput,
): Promise<{ subject: string; html: string; text: string; post: Post }> => {
  const post = composePost(input);
  const words = wordsOf(input, post);
  return { subject: words.subject, html: await render(<Handover words={words} />), text: plainText(words), post };
};

type Words = {
  readonly language: Language;
  readonly subject: string;
  readonly kicker: string;
  readonly task: string;
  readonly until: string;
  readonly text: string;
  readonly image?: Post['image'];
  readonly confirmUrl: string;
};

const wordsOf = ({ delivery, channel, content, askUntil, confirmUrl, isUnsure }: HandoverInput, post: Post): Words => {
  const { language } = channel;
  const name = oneLine(channel.name);
  const sentences = handoverSentences(
    name,
    { de: momentWithZone(askUntil, 'de'), en: momentWithZone(askUntil, 'en') },
    post.image !== undefined,
  );
  const title = cutText(oneLine(inLanguage(content.title, language)), 80);
  return {
    language,
    subject: `${HANDOVER_WORDS.heading[language]} (${PURPOSE_WORDS[delivery.purpose][language]}): ${title} (${name})`,
    kicker: name === CHANNEL_WORDS[channel.kind][language] ? name : `${name} · ${CHANNEL_WORDS[channel.kind][language]}`,
    task: [
      sentences.task[language],
      delivery.reason && WHY_BY_HAND[delivery.reason]?.[language],
      isUnsure && HANDOVER_WORDS.unsure[language],
      isCorrection(delivery.purpose) && HANDOVER_WORDS.correction[language],
    ]
      .filter(Boolean)
      .join(' '),
    until: sentences.until[language],
    text: post.text,
    image: post.image,
    confirmUrl,
  };
};

const Handover = ({ words }: { readonly words: Words }) => {
  const { language, image } = words;
  return (
    <MailLayout language={language} title={words.subject} preheader={words.until}>
      <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
        <MailHead kicker={words.kicker} title={HANDOVER_WORDS.heading[language]} />
        <Paragraph>{words.task}</Paragraph>
        <Verbatim label={HANDOVER_WORDS.text[language]} text={words.text} />
        {image && (
          <Text className="ink" style={STYLE.text}>
            <Link className="link" href={image.url} style={STYLE.link}>
              {HANDOVER_WORDS.picture[language]}
            </Link>
            <br />
            {`${HANDOVER_WORDS.alt[language]}: ${image.alt}`}
          </Text>
        )}
        <Paragraph isStrong>{words.until}</Paragraph>
        <MainButton href={words.confirmUrl} label={HANDOVER_WORDS.confirm[language]} />
        <Hint>{`${HANDOVER_WORDS.confirmHint[language]} ${HANDOVER_WORDS.why[language]}`}</Hint>
      </Section>
    </MailLayout>
  );
};

const RULE = '-'.repeat(40);

const plainText = ({ language, image, ...words }: Words): string =>
  [
    words.task,
    `${HANDOVER_WORDS.text[language]}:\n${RULE}\n${words.text}\n${RULE}`,
    image && `${HANDOVER_WORDS.picture[language]}: ${image.url}\n${HANDOVER_WORDS.alt[language]}: ${image.alt}`,
    words.until,
    `${HANDOVER_WORDS.confirm[language]}: ${words.confirmUrl}`,
    `${HANDOVER_WORDS.confirmHint[language]} ${HANDOVER_WORDS.why[language]}`,
  ]
    .filter(Boolean)
    .join('\n\n');
