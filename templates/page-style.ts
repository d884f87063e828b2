import { createHash } from 'node:crypto';

const COLOURS = `
:root{color-scheme:light dark;--paper:#f4f2ed;--card:#fff;--ink:#1b2733;--muted:#4c5966;--line:#dcd7cc;--north:#124e78;--south:#85420f;--alert:#97201d;--on:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#12171d;--card:#1a2129;--ink:#e9ecef;--muted:#b5bfc9;--line:#3a4550;--north:#8fc6f2;--south:#f1b67f;--alert:#f7a8a4;--on:#10202e}}
.north{color:var(--north)}.south{color:var(--south)}
.muted,.kicker,.hint,dt,figcaption{color:var(--muted)}
`;

const TEXT = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
a{color:var(--north);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.14em}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,pre:focus-visible{outline:3px solid var(--south);outline-offset:3px;border-radius:3px}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em;margin:.2rem 0 .8rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;margin:2.4rem 0 .8rem}
h3{font-size:1.1rem;line-height:1.35;margin:0}
h1,h2,h3{hyphens:auto;hyphenate-limit-chars:12 5 5}
p{margin:.7rem 0}
.kicker{margin:0;font-size:.95rem}
.lead{font-size:1.15rem;line-height:1.55}
.hint{margin:.4rem 0 1.2rem;font-size:.95rem}
.problem,.state{color:var(--alert);font-weight:700}
blockquote{margin:1rem 0;padding-left:1rem;border-left:4px solid var(--line)}
figure{margin:1.4rem 0 1.6rem}
img{max-width:100%;height:auto;display:block}
figure img{border-radius:8px}
figcaption{font-size:.9rem;margin-top:.3rem}
pre{white-space:pre-wrap;font:inherit;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1rem;margin:.4rem 0 1.2rem;user-select:all}
`;

const FRAME = `
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.6rem 1rem;z-index:1}
.edge{height:6px;background:linear-gradient(90deg,#124e78 50%,#85420f 50%)}
header{background:var(--card);border-bottom:1px solid var(--line)}
.bar{max-width:66rem;margin:0 auto;padding:.7rem 1.25rem;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.2rem 2rem}
.brand{display:inline-flex;align-items:center;gap:.55rem;min-height:44px;font-weight:700;font-size:1.3rem;text-decoration:none;color:var(--ink)}
.brand b{color:var(--north)}.brand i{color:var(--south);font-style:normal}
.brand svg{width:2rem;height:2rem;flex:none}
.bar ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.6rem}
.bar li a{display:inline-block;padding:.55rem 0;text-decoration:none}
.bar li a:hover{text-decoration:underline}
main{max-width:46rem;margin:1.8rem auto;padding:2rem 2.5rem 2.6rem;background:var(--card);border:1px solid var(--line);border-radius:10px}
main.wide{max-width:66rem}
footer{border-top:1px solid var(--line);color:var(--muted);font-size:.95rem}
footer .bar{padding-top:1.1rem;padding-bottom:2rem}
footer p{margin:.55rem 0}
@media (max-width:66rem){main.wide{border-left:0;border-right:0;border-radius:0}}
@media (max-width:46rem){main{margin:0;border:0;border-radius:0;padding:1.4rem 1.25rem 2.2rem}h1{font-size:1.6rem}.bar ul{gap:0 1.2rem}}
@media print{.edge,header,.skip,.button,.filter,footer ul{display:none}body{background:none}main{border:0;margin:0;padding:0}}
`;

const PARTS = `
.banner{margin:0 0 1.2rem;padding:.8rem 1.1rem;border-left:5px solid var(--alert);background:var(--paper);font-weight:600}
.banner.calm{border-color:var(--muted);font-weight:400}
.button,button{display:inline-block;font:inherit;font-weight:600;color:var(--on);background:var(--north);border:0;border-radius:8px;padding:.7rem 1.3rem;min-height:44px;text-decoration:none;cursor:pointer}
.button:hover,button:hover{text-decoration:underline}
.rule{border-bottom:2px solid var(--line);padding-bottom:.35rem}
.filter ul{list-style:none;margin:1.4rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
.filter a{display:inline-block;padding:.45rem 1.1rem;min-height:44px;border:1px solid var(--muted);border-radius:99px;text-decoration:none}
.filter a:hover{text-decoration:underline}
.filter a[aria-current]{background:var(--north);border-color:var(--north);color:var(--on);font-weight:600}
.tag{display:inline-block;font-size:.85rem;line-height:1.5;font-weight:600;border:1px solid;border-radius:99px;padding:0 .65rem;margin-right:.4rem}
.list{list-style:none;margin:0;padding:0}
.list>li{padding:1.25rem 0;border-top:1px solid var(--line)}
.list>li:first-child{border-top:0}
.list+.list{border-top:1px solid var(--line)}
.event{display:grid;grid-template:"badge item when" "badge owners when" 1fr/4rem minmax(0,1fr) 19rem;gap:0 1.6rem}
.event .badge{grid-area:badge}.event .item{grid-area:item}.event .when{grid-area:when}.event .owners{grid-area:owners}
.news{display:grid;grid-template-columns:1fr 1fr;gap:0 3rem}
.news>li:nth-child(2){border-top:0}
.list p{margin:.2rem 0}
.list h3{margin:.25rem 0}
.list h3 a{text-decoration:none}
.list h3 a:hover{text-decoration:underline}
.badge{text-align:center;background:var(--paper);border-radius:8px;padding:.55rem 0;line-height:1.25;align-self:start;color:var(--muted);font-size:.9rem}
.badge b{display:block;font-size:1.5rem;color:var(--ink)}
.off b{text-decoration:line-through}
.links{list-style:none;margin:.4rem 0;padding:0}
.links a{display:inline-block;padding:.3rem 0}
.links.feeds li{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .8rem}
.facts .links{margin:0}.facts .links a{padding:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 3rem}
.pair h3{margin:.8rem 0 .2rem}
.profile{display:flex;flex-wrap:wrap-reverse;justify-content:space-between;align-items:flex-end;gap:1rem 3rem}
.profile>div{flex:1 1 22rem}
.logo{background:#fff;border:1px solid var(--line);border-radius:8px;padding:.8rem;width:auto;max-width:15rem;max-height:7.5rem}
.article{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 3rem;margin-top:1.2rem}
.facts{grid-column:2;grid-row:1;align-self:start;background:var(--paper);border-radius:10px;padding:1.3rem 1.4rem}
.text{grid-column:1;grid-row:1;min-width:0}
.text>:first-child{margin-top:0}
.facts .button{display:block;text-align:center;margin-bottom:.8rem}
dl{margin:0}
dt{font-size:.9rem}dd{margin:0 0 .8rem}dd:last-child{margin-bottom:0}
.facts .more{margin:1rem 0 0;padding-top:.8rem;border-top:1px solid var(--line)}
.funding{margin-top:2.4rem;padding-top:1.1rem;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;align-items:center;gap:1rem 1.4rem;font-size:.95rem}
.funding img{background:#fff;width:auto;max-width:14rem;height:auto;max-height:4.5rem}
.funding p{margin:0}
label{display:block;font-weight:600;margin-top:1rem}
input[type=url],input[type=email]{display:block;width:100%;font:inherit;padding:.6rem .7rem;margin:.3rem 0;border:2px solid var(--muted);border-radius:8px;background:var(--card);color:var(--ink)}
fieldset{border:1px solid var(--line);border-radius:10px;padding:.4rem 1.2rem 1rem;margin:1.4rem 0}
legend{float:left;width:100%;padding:0;margin:.6rem 0 0;font-weight:700}legend+*{clear:both}
.choice{display:flex;gap:.9rem;align-items:flex-start}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:1.05rem 0 0}
.choice .hint{margin:.2rem 0 .4rem}
details{margin:1rem 0}
summary{display:inline-block;cursor:pointer;font-weight:600;color:var(--north);padding:.6rem 0;min-height:44px}
summary::before{content:"+ "}details[open]>summary::before{content:"– "}
.part{border-top:1px solid var(--line);margin-top:2rem;padding-top:.6rem}
.part h2{margin:1rem 0 .3rem}
.pick{display:flex;gap:.8rem;align-items:flex-start}
.pick input{flex:none;width:1.5rem;height:1.5rem;margin:.55rem 0 0}
.pick label{font-weight:400;margin:0;padding:.45rem 0}
.picks{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}
button.quiet{background:none;color:var(--north);border:2px solid var(--north)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.away{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
@media (max-width:52rem){.article{display:block}.facts{margin-bottom:1.6rem}.pair,.picks{grid-template-columns:1fr}}
@media (max-width:52rem){.news{display:block}.news>li:nth-child(2){border-top:1px solid var(--line)}.event{grid-template:"badge item" "badge when" "badge owners" 1fr/3.6rem minmax(0,1fr);gap:0 1.1rem}}
`;

/** The one style sheet of the public pages, inline in each of them. */
export const PAGE_STYLE = COLOURS + TEXT + FRAME + PARTS;

/** For the header `Content-Security-Policy: style-src <this>` (quotes included); no other style is ever in a page. */
export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;
