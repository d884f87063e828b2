import { Heading, Link, Section, Text } from '@react-email/components';
import { render } from '@react-email/render';
import { accountUrl, startUrl } from '#domain/addresses';
import type { Language } from '#domain/content';
import { dayInWords } from '#i18n/dates';
import { andMore, DIGEST_WORDS } from '#i18n/digest';
import { type DigestInput, type DigestSection, sectionsOf, subjectOf } from './digest-lines';
import { MailLayout } from './mail-layout';
import { Hint, Lines, MailHead, MainButton } from './mail-parts';
import { STYLE } from './mail-style';

/** The mail of a morning: what waits for its reader, what went wrong, what leaves next, what was begun and left lying. */
export const composeDigest = async (input: DigestInput): Promise<{ subject: string; html: string; text: string }> => {
  const subject = subjectOf(input);
  const sections = sectionsOf(input);
  return { subject, html: await render(<Digest {...{ input, subject, sections }} />), text: plainText(input, sections) };
};

type DigestProps = {
  readonly input: DigestInput;
  readonly subject: string;
  readonly sections: readonly DigestSection[];
};

const Digest = ({ input: { at, language, publicUrl, stopped }, subject, sections }: DigestProps) => (
  <MailLayout language={language} title={subject} preheader={sections[0]?.lines[0]?.title ?? ''}>
    <Section className="block" style={{ ...STYLE.block, paddingTop: 26, paddingBottom: 32 }}>
      <MailHead kicker={DIGEST_WORDS.kicker[language]} title={dayInWords(at, language)} />
      {stopped && (
        <Text className="alert" style={{ ...STYLE.text, color: STYLE.mark.color }}>
          {stopped.words[language]}
        </Text>
      )}
      {sections.map((section) => (
        <SectionPart key={section.list} section={section} language={language} />
      ))}
      <MainButton href={startUrl(publicUrl)} label={DIGEST_WORDS.open[language]} />
      <Hint>{DIGEST_WORDS.times[language]}</Hint>
      <Text className="muted" style={STYLE.small}>
        {DIGEST_WORDS.why[language]}{' '}
        <Link className="link" href={accountUrl(publicUrl)} style={STYLE.link}>
          {accountUrl(publicUrl)}
        </Link>
      </Text>
    </Section>
  </MailLayout>
);

const SectionPart = ({ section, language }: { readonly section: DigestSection; readonly language: Language }) => (
  <>
    <Heading as="h2" className={section.list === 'troubles' ? 'alert' : 'ink'} style={headingStyle(section)}>
      {section.heading}
    </Heading>
    {section.lines.map((line) => (
      <Text key={line.url} className="muted" style={{ ...STYLE.small, margin: '10px 0 0' }}>
        <Link className="ink" href={line.url} style={{ ...STYLE.titleLink, ...TITLE }}>
          {line.title}
        </Link>
        <br />
        <Lines lines={line.facts} />
      </Text>
    ))}
    {section.more > 0 && <Hint>{andMore(section.more)[language]}</Hint>}
  </>
);

const TITLE = { fontSize: 16, lineHeight: '24px', fontWeight: 600, textDecoration: 'underline' } as const;

const headingStyle = ({ list }: DigestSection) => ({
  ...STYLE.heading,
  padding: 0,
  margin: '28px 0 0',
  color: list === 'troubles' ? STYLE.mark.color : STYLE.text.color,
});

const plainText = ({ at, language, publicUrl, stopped }: DigestInput, sections: readonly DigestSection[]): string =>
  [
    `${DIGEST_WORDS.kicker[language]}: ${dayInWords(at, language)}`,
    ...(stopped ? [stopped.words[language]] : []),
    ...sections.map((section) => sectionText(section, language)),
    `${DIGEST_WORDS.open[language]}: ${startUrl(publicUrl)}`,
    `${DIGEST_WORDS.times[language]}\n${DIGEST_WORDS.why[language]} ${accountUrl(publicUrl)}`,
  ].join('\n\n');

const sectionText = ({ heading, lines, more }: DigestSection, language: Language): string =>
  [
    heading.toUpperCase(),
    ...lines.map(({ title, url, facts }) => [`- ${title}`, ...[...facts, url].map((line) => `  ${line}`)].join('\n')),
    ...(more > 0 ? [andMore(more)[language]] : []),
  ].join('\n');
