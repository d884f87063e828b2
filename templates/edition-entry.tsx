import { Button, Img, Section } from '@react-email/components';
import type { CSSProperties } from 'react';
import type { Language } from '#domain/content';
import { LINE_WORDS } from '#i18n/reader';
import type { EntryWords } from './edition-words';
import { Lines, LogoPicture } from './mail-parts';
import { PAINT, STYLE } from './mail-style';

// Plain `p` and `a` here: React Email's `Text` and `Link` repeat every margin, and 20 entries must stay below Gmail's 102 KB.

type EntryProps = { readonly entry: EntryWords; readonly language: Language; readonly colour?: string | undefined };

/** One entry of an edition: date badge, title as a link, what, when, where, who, until when, button. */
export const EditionEntry = ({ entry, language, colour }: EntryProps) => (
  <Section style={{ padding: '22px 0' }}>
    {entry.picture && <EntryPicture entry={entry} language={language} />}
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          {entry.badge && <DateBadge badge={entry.badge} isOff={entry.isOff} />}
          <td className="ink" valign="top" style={STYLE.cell}>
            <EntryText entry={entry} button={colour ? { ...STYLE.button, color: colour, borderColor: colour } : STYLE.button} />
          </td>
        </tr>
      </tbody>
    </table>
  </Section>
);

const MUTED = { color: PAINT.muted };

const EntryText = ({ entry, button }: { readonly entry: EntryWords; readonly button: CSSProperties }) => (
  <>
    {entry.mark && (
      <p className={entry.mark.urgent ? 'alert' : 'muted'} style={entry.mark.urgent ? STYLE.mark : { ...STYLE.mark, ...MUTED }}>
        {entry.mark.text}
      </p>
    )}
    <h3 style={STYLE.entryTitle}>
      <a className="ink" href={entry.url} style={STYLE.titleLink}>
        {entry.title}
      </a>
    </h3>
    {entry.when && <p style={{ ...STYLE.fact, fontWeight: 600 }}>{entry.when}</p>}
    {entry.previously && <p style={STYLE.fact}>{entry.previously}</p>}
    {entry.place && <p style={STYLE.fact}>{entry.place}</p>}
    {entry.teaser && <p style={STYLE.teaser}>{entry.teaser}</p>}
    <p className="muted" style={{ margin: '8px 0 0', ...MUTED }}>
      {entry.owners}
    </p>
    <Deadline entry={entry} />
    <Button className="button" href={entry.url} style={button}>
      {entry.pageLabel}
    </Button>
    {entry.funding && <Funding funding={entry.funding} />}
  </>
);

const Deadline = ({ entry: { deadline, link, calendar } }: { readonly entry: EntryWords }) =>
  deadline || link || calendar ? (
    <p style={STYLE.links}>
      {deadline}
      {deadline && link && <br />}
      {link && <FactLink {...link} />}
      {(deadline || link) && calendar && <br />}
      {calendar && <FactLink {...calendar} />}
    </p>
  ) : null;

const FactLink = ({ url, label }: { readonly url: string; readonly label: string }) => (
  <a className="link" href={url}>
    {label}
  </a>
);

/** Logos of funders may not look smaller than they must, nor push the text aside. */
const FUNDING_LOGO = { width: 180, height: 40 } as const;

const Funding = ({ funding: { lines, logo } }: { readonly funding: NonNullable<EntryWords['funding']> }) => (
  <>
    {logo && <LogoPicture logo={logo} size={FUNDING_LOGO} style={{ marginTop: 14 }} />}
    {lines.length > 0 && (
      <p className="muted" style={STYLE.small}>
        <Lines lines={lines} />
      </p>
    )}
  </>
);

const BADGE: CSSProperties = {
  backgroundColor: PAINT.tint,
  borderRadius: 6,
  padding: '7px 0 8px',
  fontSize: 14,
  lineHeight: '18px',
  ...MUTED,
};
const BADGE_DAY: CSSProperties = { fontSize: 22, lineHeight: '26px', fontWeight: 700, color: PAINT.ink };

/** Repeats the date for the eye; the words beside it say it to everybody. */
const DateBadge = ({ badge, isOff }: { readonly badge: NonNullable<EntryWords['badge']>; readonly isOff: boolean }) => (
  <td className="badge-cell" width={76} valign="top" aria-hidden="true">
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td className="tint muted" align="center" width={52} style={BADGE}>
            {badge.weekday}
            <br />
            <span className="ink" style={isOff ? { ...BADGE_DAY, textDecoration: 'line-through' } : BADGE_DAY}>
              {badge.day}
            </span>
            <br />
            {badge.month}
          </td>
        </tr>
      </tbody>
    </table>
  </td>
);

const PICTURE_WIDTH = 536;
const PICTURE: CSSProperties = { width: '100%', height: 'auto', borderRadius: 6, fontSize: 15, lineHeight: '22px', ...MUTED };

const EntryPicture = ({ entry: { picture, pictureUrl }, language }: EntryProps) =>
  picture && pictureUrl ? (
    <>
      <Img
        className="muted"
        src={pictureUrl}
        alt={picture.alt}
        width={PICTURE_WIDTH}
        height={Math.round((PICTURE_WIDTH * picture.height) / picture.width)}
        style={PICTURE}
      />
      <p className="muted" style={{ ...STYLE.small, margin: '4px 0 16px' }}>
        {picture.credit ? `${LINE_WORDS.picture[language]}: ${picture.credit}` : ''}
      </p>
    </>
  ) : null;
