import { createHash } from 'node:crypto';

/** The one style sheet of the public pages, inline in each of them. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#f4f2ed;--card:#fff;--ink:#1b2733;--muted:#4c5966;--line:#dcd7cc;--north:#124e78;--south:#85420f;--alert:#97201d;--on:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#12171d;--card:#1a2129;--ink:#e9ecef;--muted:#b5bfc9;--line:#3a4550;--north:#8fc6f2;--south:#f1b67f;--alert:#f7a8a4;--on:#10202e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--north)}
a:focus-visible,button:focus-visible,input:focus-visible,pre:focus-visible{outline:3px solid var(--south);outline-offset:3px;border-radius:3px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.6rem 1rem}
.edge{height:6px;background:linear-gradient(90deg,#124e78 50%,#85420f 50%)}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.1rem}
header{padding-top:1.1rem;padding-bottom:1.1rem}
.brand{font-weight:700;font-size:1.15rem;text-decoration:none;color:var(--ink);display:inline-block;padding:.35rem 0}
.brand b{color:var(--north)}.brand i{color:var(--south);font-style:normal}
main{background:var(--card);border:1px solid var(--line);border-radius:10px;padding-top:1.6rem;padding-bottom:2rem}
footer{padding-top:1.2rem;padding-bottom:2.5rem;color:var(--muted);font-size:.95rem}
h1{font-size:1.65rem;line-height:1.25;margin:.2rem 0 .8rem;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .6rem}
h3{font-size:1.1rem;line-height:1.35;margin:0}
.north{color:var(--north);border-bottom:3px solid;padding-bottom:.2rem}
.south{color:var(--south);border-bottom:3px solid;padding-bottom:.2rem}
.plain{border-bottom:3px solid var(--line);padding-bottom:.2rem}
p{margin:.7rem 0}
.kicker,.muted{color:var(--muted)}
.kicker{margin:0;font-size:.95rem}
.banner{margin:0 0 1rem;padding:.7rem 1rem;border-left:5px solid var(--alert);background:var(--paper);font-weight:600}
.banner.calm{border-color:var(--muted);font-weight:400}
.lead{font-size:1.1rem}
dl{margin:1.2rem 0;display:grid;grid-template-columns:minmax(6.5rem,auto) 1fr;gap:.45rem 1rem}
dt{color:var(--muted)}dd{margin:0}
figure{margin:1.4rem 0}
img{max-width:100%;height:auto;display:block;border-radius:8px}
figcaption{color:var(--muted);font-size:.9rem;margin-top:.3rem}
.button,button{display:inline-block;font:inherit;font-weight:600;color:var(--on);background:var(--north);border:0;border-radius:8px;padding:.7rem 1.3rem;min-height:44px;text-decoration:none;cursor:pointer}
ul.list{list-style:none;margin:0;padding:0}
ul.list>li{padding:1rem 0;border-top:1px solid var(--line);display:flex;gap:1rem}
ul.list>li:first-child{border-top:0}
ul.list p{margin:.15rem 0}
.item{flex:1;min-width:0}
.badge{flex:none;width:3.4rem;text-align:center;background:var(--paper);border-radius:8px;padding:.45rem 0;line-height:1.2;align-self:flex-start;color:var(--muted);font-size:.9rem}
.badge b{display:block;font-size:1.35rem;color:var(--ink)}
.state{color:var(--alert);font-weight:700}
.links a{display:inline-block;padding:.3rem 0}
pre{white-space:pre-wrap;font:inherit;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1rem;margin:.4rem 0 1.2rem;user-select:all}
label{display:block;font-weight:600;margin-top:1rem}
input[type=url]{display:block;width:100%;font:inherit;padding:.6rem .7rem;margin:.3rem 0;border:2px solid var(--muted);border-radius:8px;background:var(--card);color:var(--ink)}
.hint{margin:.2rem 0 1.2rem;color:var(--muted);font-size:.95rem}
.problem{color:var(--alert);font-weight:600}
blockquote{margin:1rem 0;padding-left:1rem;border-left:4px solid var(--line)}
@media (max-width:47rem){main{border-left:0;border-right:0;border-radius:0}}
@media (max-width:30rem){h1{font-size:1.45rem}dl{grid-template-columns:1fr;gap:.1rem}dd{margin-bottom:.6rem}}
@media print{.edge,header,.skip,.button{display:none}main{border:0}}
`;

/** For the header `Content-Security-Policy: style-src <this>` (quotes included); no other style is ever in a page. */
export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;
