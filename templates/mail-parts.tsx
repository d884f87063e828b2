import { Button, Heading, Section, Text } from '@react-email/components';
import { Fragment } from 'react';
import { PAINT, STYLE } from './mail-style';

/** Head of a mail to an editor. */
export const MailHead = ({ kicker, title }: { readonly kicker: string; readonly title: string }) => (
  <>
    <Text className="muted" style={STYLE.kicker}>
      {kicker}
    </Text>
    <Heading as="h1" className="ink title" style={STYLE.title}>
      {title}
    </Heading>
  </>
);

/** A sentence or two. */
export const Paragraph = ({ children, isStrong = false }: { readonly children: string; readonly isStrong?: boolean }) => (
  <Text className="ink" style={isStrong ? { ...STYLE.text, fontWeight: 600 } : STYLE.text}>
    {children}
  </Text>
);

/** Text that is meant word for word, with its line breaks, in a box of its own. */
export const Verbatim = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <>
    <Heading as="h2" className="ink" style={{ ...STYLE.text, margin: '24px 0 6px', fontWeight: 700 }}>
      {label}
    </Heading>
    <Section
      className="tint line"
      style={{ padding: '14px 16px', backgroundColor: PAINT.tint, border: `1px solid ${PAINT.line}` }}
    >
      <Text className="ink" style={{ ...STYLE.text, margin: 0 }}>
        <Lines lines={text.split('\n')} />
      </Text>
    </Section>
  </>
);

/** Lines below each other; breaks survive copying, also out of Outlook. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines
    .map((line, at) => ({ line, at }))
    .map(({ line, at }) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ));

/** The one thing to do. */
export const MainButton = ({ href, label }: { readonly href: string; readonly label: string }) => (
  <Button className="button-full" href={href} style={STYLE.buttonFull}>
    {label}
  </Button>
);

/** What is good to know, smaller. */
export const Hint = ({ children }: { readonly children: string }) => (
  <Text className="muted" style={STYLE.small}>
    {children}
  </Text>
);
