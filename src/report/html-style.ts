/**
 * The style of the HTML report. Colours meet WCAG 2.2 AA on their grounds in both schemes (text 4.5:1, marks 3:1); severity is
 * always also a word. Print opens what is folded.
 */
export const stylesheet = `
:root{--ground:#f6f7f9;--card:#fff;--ink:#16202c;--soft:#526071;--line:#dce1e8;--accent:#0b5cad;
--critical:#8a1c7c;--high:#b3261e;--medium:#8f5200;--low:#0b5cad;--info:#526071;--pass:#1c6b3f;--unknown:#75808f;--na:#c3cad3}
@media (prefers-color-scheme:dark){:root{--ground:#10151c;--card:#18202a;--ink:#e8edf3;--soft:#a3b0bf;--line:#2c3744;--accent:#7db8f5;
--critical:#f09ae4;--high:#ff9c94;--medium:#f2b66a;--low:#7db8f5;--info:#a3b0bf;--pass:#7fd3a2;--unknown:#8d99a8;--na:#435061}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:56rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
.brand{display:flex;align-items:center;gap:.5rem;margin:0 0 1.2rem;color:var(--accent);font-weight:650;letter-spacing:.01em}
h1{font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.15;margin:0 0 .35rem;letter-spacing:-.015em}
.sub{margin:0;display:flex;flex-wrap:wrap;gap:.2rem .6rem;font-size:1.05rem}
.sub span:not(:last-child)::after{content:"·";margin-left:.6rem;color:var(--soft)}
.meta{color:var(--soft);margin:.35rem 0 1.4rem;font-size:.92rem}
.chips{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:0 0 1.1rem}
.chip{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--info);border-radius:10px;padding:.45rem .95rem;min-width:6.2rem;color:var(--soft)}
.chip b{display:block;font-size:1.55rem;line-height:1.15;color:var(--ink);font-variant-numeric:tabular-nums}
.chip.zero b{color:var(--soft);font-weight:400}
.chip.critical{border-left-color:var(--critical)}.chip.high{border-left-color:var(--high)}.chip.medium{border-left-color:var(--medium)}.chip.low{border-left-color:var(--low)}
.chip.zero{border-left-color:var(--line)}
.answers{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.9rem 1.1rem 1rem}
.answers p{margin:0 0 .5rem}
.bar{width:100%;height:12px;border-radius:6px;display:block}
.bar .fail{fill:var(--medium)}.bar .pass{fill:var(--pass)}.bar .unknown{fill:var(--unknown)}.bar .not-applicable{fill:var(--na)}
.answers ul{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;padding:0;margin:.65rem 0 0;font-size:.92rem}
.answers li::before{content:"";display:inline-block;width:.7rem;height:.7rem;border-radius:3px;margin-right:.45rem;background:var(--na)}
.answers li.fail::before{background:var(--medium)}.answers li.pass::before{background:var(--pass)}.answers li.unknown::before{background:var(--unknown)}
main>section,.category{margin-top:2.4rem}
h2{font-size:1.3rem;margin:0 0 .8rem;letter-spacing:-.01em}
h2 small{font-weight:400;color:var(--soft);font-size:.88rem;margin-left:.35rem}
small{color:var(--soft)}
.safety{background:var(--card);border:2px solid var(--high);border-radius:12px;padding:1rem 1.25rem}
.safety h2{color:var(--high)}.safety p{margin:0}
.first ol{margin:0;padding:0;list-style:none;counter-reset:n}
.first li{counter-increment:n;position:relative;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.8rem 1.1rem .8rem 3.3rem;margin-bottom:.6rem}
.first li::before{content:counter(n);position:absolute;left:1.1rem;top:.75rem;font-size:1.3rem;font-weight:650;color:var(--accent)}
.first a{font-weight:600;color:inherit;text-decoration-color:var(--line)}
.first p{margin:.2rem 0 0;color:var(--soft)}
article{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--info);border-radius:12px;padding:.95rem 1.2rem;margin-bottom:.8rem;scroll-margin-top:1rem}
article.critical{border-left-color:var(--critical)}article.high{border-left-color:var(--high)}article.medium{border-left-color:var(--medium)}article.low{border-left-color:var(--low)}
article:target{outline:2px solid var(--accent)}
h3{font-size:1.05rem;margin:0 0 .5rem;line-height:1.4}
.badge{display:inline-block;font-size:.72rem;font-weight:650;text-transform:uppercase;letter-spacing:.05em;border:1.5px solid currentColor;border-radius:6px;padding:.02rem .42rem;vertical-align:.1em;color:var(--info)}
.badge.critical{color:var(--critical)}.badge.high{color:var(--high)}.badge.medium{color:var(--medium)}.badge.low{color:var(--low)}
.findings{margin:.2rem 0 .5rem;padding-left:1.15rem}
.findings>li{margin:.28rem 0}
.advice{margin:.6rem 0 .4rem}
.unread{color:var(--soft);margin:.3rem 0}
.steps{margin:.3rem 0;padding-left:1.3rem}
.how{color:var(--soft);font-size:.9rem;margin:.35rem 0 0}
.does{margin:.3rem 0;padding-left:1.3rem;list-style:"→ "}
.remedy{margin:.3rem 0}.remedy code{user-select:all}
details{margin:.15rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.9rem;width:fit-content;min-height:24px}
.passed{list-style:none;margin:.2rem 0 0;padding:0;columns:2 18rem;column-gap:1.6rem}
.passed li{break-inside:avoid;padding:.18rem 0 .18rem 1.6rem;position:relative}
.passed li::before{content:"";position:absolute;left:.15rem;top:.55rem;width:.75rem;height:.38rem;border-left:2.5px solid var(--pass);border-bottom:2.5px solid var(--pass);transform:rotate(-45deg)}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.3rem 0}
th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--line);padding:.3rem .6rem .3rem 0}
td{vertical-align:top;border-bottom:1px solid var(--line);padding:.4rem .8rem .4rem 0;width:50%}
tbody tr:last-child td{border-bottom:0}
td small{display:block}
code{font:.86em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
.unexamined table{background:var(--card);border:1px solid var(--line);border-radius:12px;border-collapse:separate;border-spacing:0;overflow:hidden}
.unexamined th,.unexamined td{padding:.5rem 1rem}
.references{font-size:.88rem;padding-left:1.15rem;margin:.2rem 0}
footer{color:var(--soft);font-size:.88rem;border-top:1px solid var(--line);margin-top:2.6rem;padding-top:1rem;padding-bottom:2.5rem}
@media (max-width:36rem){.unexamined td,.unexamined th{display:block;width:auto;border-bottom:0;padding:.35rem 1rem}.unexamined thead{display:none}.unexamined tr{display:block;border-bottom:1px solid var(--line);padding:.3rem 0}article{padding:.85rem .9rem}}
@media print{:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb}body{font-size:10.5pt}details::details-content{content-visibility:visible;block-size:auto}summary{display:none}
article,.first li,tr,.passed li{break-inside:avoid}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}.skip{display:none}header,main,footer{max-width:none;padding:0}}
`;
