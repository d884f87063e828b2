import type { CSSProperties } from 'react';

/** Colours on light paper; each text colour has a contrast of at least 4.5:1 there, and its dark twin in `MAIL_CSS` as well. */
export const PAINT = {
  paper: '#f4f2ed',
  card: '#ffffff',
  ink: '#1b2733',
  muted: '#4c5966',
  line: '#dcd7cc',
  north: '#124e78',
  south: '#85420f',
  alert: '#97201d',
  tint: '#f4f2ed',
} as const;

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Inline styles, for the many mail programs that drop style sheets. */
export const STYLE = {
  body: { margin: 0, padding: 0, backgroundColor: PAINT.paper, fontFamily: FONT },
  container: { width: '100%', maxWidth: 600, overflowWrap: 'anywhere', backgroundColor: PAINT.card },
  preheader: { display: 'none', overflow: 'hidden', lineHeight: '1px', opacity: 0, maxHeight: 0, maxWidth: 0 },
  block: { padding: '0 32px' },
  title: { margin: '6px 0 0', fontSize: 26, lineHeight: '32px', fontWeight: 700, color: PAINT.ink },
  kicker: { margin: 0, fontSize: 15, lineHeight: '22px', color: PAINT.muted },
  heading: { margin: 0, padding: '0 0 4px', fontSize: 19, lineHeight: '26px', fontWeight: 700 },
  entryTitle: { margin: 0, fontSize: 18, lineHeight: '25px', fontWeight: 700 },
  teaser: { margin: '10px 0 0', fontSize: 16, lineHeight: '25px' },
  text: { margin: '10px 0 0', fontSize: 16, lineHeight: '25px', color: PAINT.ink },
  cell: { fontFamily: FONT, fontSize: 15, lineHeight: '22px', color: PAINT.ink },
  fact: { margin: '4px 0 0' },
  // Links below each other need room for fingers (WCAG 2.2, 2.5.8).
  links: { margin: '4px 0 0', lineHeight: '26px' },
  small: { margin: '8px 0 0', fontSize: 14, lineHeight: '21px', color: PAINT.muted },
  link: { color: PAINT.north, textDecoration: 'underline' },
  titleLink: { color: PAINT.ink, textDecoration: 'none' },
  button: {
    display: 'inline-block',
    margin: '14px 0 0',
    padding: '11px 18px',
    fontSize: 15,
    lineHeight: '20px',
    fontWeight: 600,
    color: PAINT.north,
    textDecoration: 'none',
    border: `2px solid ${PAINT.north}`,
    borderRadius: 6,
  },
  buttonFull: {
    display: 'inline-block',
    margin: '22px 0 10px',
    padding: '13px 22px',
    fontSize: 16,
    lineHeight: '22px',
    fontWeight: 600,
    color: '#ffffff',
    backgroundColor: PAINT.north,
    textDecoration: 'none',
    borderRadius: 6,
  },
  mark: { margin: '0 0 4px', fontSize: 14, lineHeight: '20px', fontWeight: 700, color: PAINT.alert },
  hr: { border: 'none', borderTop: `1px solid ${PAINT.line}`, margin: 0, width: '100%' },
} as const satisfies Record<string, CSSProperties>;

/** Dark colours and phone sizes, for programs that read style sheets; everything works without them. */
export const MAIL_CSS = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body,table,td,p,a,h1,h2,h3{font-family:${FONT}}
a.link{color:${PAINT.north}}
a.link,a.ink{padding:4px 0}
a:focus{outline:2px solid #85420f;outline-offset:2px}
@media (max-width:480px){.block{padding-left:18px!important;padding-right:18px!important}.title{font-size:23px!important;line-height:29px!important}.badge-cell{width:60px!important}}
@media (prefers-color-scheme:dark){
.paper{background-color:#12171d!important}.card{background-color:#1a2129!important}
.ink{color:#e9ecef!important}.muted{color:#b5bfc9!important}
.link,.north{color:#8fc6f2!important}.south{color:#f1b67f!important}.alert{color:#f7a8a4!important}
.rule-north{border-color:#8fc6f2!important}.rule-south{border-color:#f1b67f!important}.rule-alert{border-color:#f7a8a4!important}
.line{border-color:#3a4550!important}.tint{background-color:#242d37!important}
.button{color:#8fc6f2!important;border-color:#8fc6f2!important}
.button-full{color:#10202e!important;background-color:#8fc6f2!important}
}`;
