import { Heading, Hr, Link, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import { Fragment } from 'react';
import type { SectionId } from '#domain/edition';
import { EDITION_WORDS, whyYouGetThis } from '#i18n/mail';
import { EditionEntry } from './edition-entry';
import { editionText, PREFERENCES, UNSUBSCRIBE } from './edition-text';
import { type EditionInput, type EditionWords, editionInWords } from './edition-words';
import { MailLayout } from './mail-layout';
import { Lines, LogoPicture } from './mail-parts';
import { PAINT, STYLE } from './mail-style';
import { MAIL_ONLY } from './web-version';

/**
 * One edition as subject, HTML and plain text, all from the same words. `{{unsubscribe}}` and `{{preferences}}` stand in both for the
 * links of each person (`replace` keys of the recipient). Times are Berlin times.
 */
export const composeEdition = async (input: EditionInput): Promise<{ subject: string; html: string; text: string }> => {
  const words = editionInWords(input);
  return { subject: words.subject, html: await render(<Edition words={words} />), text: editionText(words) };
};

const Edition = ({ words }: { readonly words: EditionWords }) => (
  <MailLayout language={words.language} title={words.subject} preheader={words.preheader}>
    <Top words={words} />
    {words.sections.map((section) => (
      <EditionSection key={section.id} section={section} words={words} />
    ))}
    <Foot words={words} />
  </MailLayout>
);

const Top = ({ words }: { readonly words: EditionWords }) => (
  <Section className="block" style={{ ...STYLE.block, paddingTop: 14, paddingBottom: 10 }}>
    <Text className={`muted ${MAIL_ONLY}`} style={{ ...STYLE.small, margin: '0 0 10px', textAlign: 'right' }}>
      <Link className="link" href={words.webUrl} style={STYLE.link}>
        {EDITION_WORDS.onTheWeb[words.language]}
      </Link>
    </Text>
    {words.logo && <Logo logo={words.logo} />}
    <Text className="muted" style={STYLE.kicker}>
      {words.period}
    </Text>
    <Heading as="h1" className="ink title" style={words.colour ? { ...STYLE.title, color: words.colour } : STYLE.title}>
      {words.name}
    </Heading>
    {words.intro.map((paragraph) => (
      <Text key={paragraph} className="ink" style={STYLE.text}>
        <Lines lines={paragraph.split('\n')} />
      </Text>
    ))}
    <Text className="muted" style={{ ...STYLE.kicker, marginTop: 8 }}>
      {EDITION_WORDS.inThisEdition[words.language]}: {words.contents}.
    </Text>
  </Section>
);

/** Logos are never enlarged. */
const LOGO = { width: 220, height: 64 } as const;

const Logo = ({ logo }: { readonly logo: NonNullable<EditionWords['logo']> }) => {
  const most = { width: Math.min(LOGO.width, logo.width), height: Math.min(LOGO.height, logo.height) };
  return <LogoPicture logo={logo} size={most} style={{ marginBottom: 14 }} />;
};

const TONES = {
  corrections: 'alert',
  highlights: 'north',
  own: 'north',
  north: 'north',
  south: 'south',
} as const satisfies Record<SectionId, string>;

const EditionSection = ({
  section,
  words,
}: {
  readonly section: EditionWords['sections'][number];
  readonly words: EditionWords;
}) => {
  const tone = TONES[section.id];
  return (
    <Section className="block" style={{ ...STYLE.block, paddingTop: 26 }}>
      <Heading
        as="h2"
        className={`${tone} rule-${tone}`}
        style={{ ...STYLE.heading, color: PAINT[tone], borderBottom: `3px solid ${PAINT[tone]}` }}
      >
        {section.heading}
      </Heading>
      {section.entries.map((entry, index) => (
        <Fragment key={entry.key}>
          {index > 0 && <Hr className="line" style={STYLE.hr} />}
          <EditionEntry entry={entry} language={words.language} colour={words.colour} />
        </Fragment>
      ))}
    </Section>
  );
};

const Foot = ({ words }: { readonly words: EditionWords }) => (
  <Section className="block tint" style={{ ...STYLE.block, paddingTop: 24, paddingBottom: 30, backgroundColor: PAINT.tint }}>
    <Text className="muted" style={{ ...STYLE.small, marginTop: 0 }}>
      {EDITION_WORDS.times[words.language]}
    </Text>
    <Text className={`muted ${MAIL_ONLY}`} style={{ ...STYLE.small, marginTop: 0 }}>
      {whyYouGetThis(words.name)[words.language]}
    </Text>
    <Text className={`muted ${MAIL_ONLY}`} style={{ ...STYLE.small, fontSize: 15, lineHeight: '26px' }}>
      <Link className="link" href={PREFERENCES} style={STYLE.link}>
        {EDITION_WORDS.preferences[words.language]}
      </Link>
      {' · '}
      <Link className="link" href={UNSUBSCRIBE} style={STYLE.link}>
        {EDITION_WORDS.unsubscribe[words.language]}
      </Link>
    </Text>
    <Heading as="h2" className="ink" style={{ margin: '20px 0 0', fontSize: 15, lineHeight: '22px', color: PAINT.ink }}>
      {EDITION_WORDS.imprint[words.language]}
    </Heading>
    <Text className="muted" style={{ ...STYLE.small, marginTop: 2 }}>
      <Lines lines={words.imprint} />
      {words.website && (
        <>
          <br />
          <Link className="link" href={words.website} style={STYLE.link}>
            {words.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </Link>
        </>
      )}
    </Text>
    <Text className="muted" style={STYLE.small}>
      <Link className="link" href={words.privacyUrl} style={STYLE.link}>
        {EDITION_WORDS.privacy[words.language]}
      </Link>
    </Text>
  </Section>
);
