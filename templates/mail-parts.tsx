import { Button, Heading, Section, Text } from '@react-email/components';
import { type CSSProperties, Fragment } from 'react';
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

type LogoProps = {
  readonly logo: { readonly url: string; readonly alt: string; readonly width: number; readonly height: number };
  /** As large as it gets in one direction, in pixels; it keeps its proportions. */
  readonly size: { readonly width: number; readonly height: number };
  readonly style: CSSProperties;
};

/** A logo on white, also on dark paper. Its other side is left open, so that the whole description stands there without pictures. */
export const LogoPicture = ({ logo: { url, alt, width, height }, size, style }: LogoProps) => {
  const scale = Math.min(size.width / width, size.height / height);
  const box = { height: Math.round(height * scale), width: Math.round(width * scale) };
  const isTall = size.height / height <= size.width / width;
  const open = isTall ? { width: 'auto', height: box.height } : { width: box.width, height: 'auto' };
  return <img src={url} alt={alt} {...box} style={{ ...LOGO, ...open, ...style }} />;
};

// Programs that know `aspect-ratio` keep the proportions of `width` and `height` also for a picture that is not there.
const LOGO = { display: 'inline-block', aspectRatio: 'auto', background: '#fff', color: PAINT.ink, fontSize: 14 } as const;

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
