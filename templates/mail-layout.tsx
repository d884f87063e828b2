import { Body, Container, Head, Html } from '@react-email/components';
import type { ReactNode } from 'react';
import type { Language } from '#domain/content';
import { MAIL_CSS, PAINT, STYLE } from './mail-style';

type MailLayoutProps = {
  readonly language: Language;
  readonly title: string;
  /** What mail programs show behind the subject. */
  readonly preheader: string;
  readonly children: ReactNode;
};

/** The frame of every mail: two-coloured edge, one card of at most 600 px, light and dark, readable without pictures and styles. */
export const MailLayout = ({ language, title, preheader, children }: MailLayoutProps) => (
  <Html lang={language} dir="ltr">
    <Head>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <style>{MAIL_CSS}</style>
    </Head>
    <Body className="paper" style={STYLE.body}>
      <div style={STYLE.preheader} data-skip-in-text="true">
        {preheader}
      </div>
      {/* Webmail drops html and body, and the language with them; what lies between it and the body keeps its light colour in the dark. */}
      <div className="paper" lang={language}>
        <Container className="card" style={STYLE.container}>
          <Edge />
          {children}
        </Container>
      </div>
    </Body>
  </Html>
);

/** North and south, side by side. */
const Edge = () => (
  <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} aria-hidden="true">
    <tbody>
      <tr>
        <td width="50%" height={6} style={{ backgroundColor: PAINT.north, fontSize: 1, lineHeight: '6px' }} />
        <td width="50%" height={6} style={{ backgroundColor: PAINT.south, fontSize: 1, lineHeight: '6px' }} />
      </tr>
    </tbody>
  </table>
);
