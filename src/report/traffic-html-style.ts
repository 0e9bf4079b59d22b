/** What the pictures and tables of traffic need beside the style of all reports. */
export const trafficStylesheet = `
header,main,footer{max-width:64rem}
.narrow{display:none}
svg{display:block;width:100%;height:auto;font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
svg text{fill:var(--ink)}
.inside{--hue:var(--pass)}.adequate,.allowed{--hue:var(--low)}.adequate-in-part{--hue:var(--medium)}.none,.tracker{--hue:var(--high)}.unknown{--hue:var(--unknown)}.plain{--hue:var(--accent)}
.sea{fill:var(--card)}.land{fill:var(--line);stroke:var(--card);stroke-width:.6;vector-effect:non-scaling-stroke}
.land:is(.inside,.adequate,.allowed,.adequate-in-part,.none,.unknown){fill:color-mix(in srgb,var(--hue) 38%,var(--line))}
.line{fill:none;stroke:var(--hue);stroke-width:1.75;opacity:.75}.line:is(.adequate,.adequate-in-part,.allowed){stroke-dasharray:7 4}.line.unknown{stroke-dasharray:2 4}
.home{fill:var(--card);stroke:var(--ink);stroke-width:3}
.place circle{fill:var(--hue);stroke:var(--card);stroke-width:1.5}.place line{stroke:var(--hue)}
svg .place .sign{fill:var(--card);font-weight:700;text-anchor:middle;dominant-baseline:central}
svg .name{font-weight:600;paint-order:stroke;stroke:var(--ground);stroke-width:3.5px;stroke-linejoin:round}
.place .name{stroke:var(--card)}
.middle{dominant-baseline:central}.name tspan{fill:var(--soft);font-weight:400}svg .head{fill:var(--soft)}
.band{fill:var(--hue);opacity:.26}.node{fill:var(--hue)}
.tick{stroke:var(--line);stroke-dasharray:2 3}.lane{stroke:var(--line)}
.spot{fill:var(--hue);stroke:var(--ground);stroke-width:1.5}.spot.clear{fill:var(--ground);stroke:var(--hue);stroke-width:2.5}
.mark{--hue:var(--ink)}.mark.refused{--hue:var(--high)}.mark.accepted{--hue:var(--pass)}.mark line{stroke:var(--hue);stroke-width:2;stroke-dasharray:5 3}svg .mark text{fill:var(--hue)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:.7rem 0;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.4rem}
.key{display:inline-grid;place-items:center;width:1.25rem;height:1.25rem;border-radius:50%;background:var(--hue);color:var(--card);font-size:.75rem;font-weight:700}
.key.home{background:var(--card);border:3px solid var(--ink)}.key.sign{background:none;color:var(--hue);font-size:1rem}
.credit{color:var(--soft);font-size:.85rem;margin:.4rem 0}
.scroller{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.2rem 1rem;margin:.8rem 0}
.scroller table{min-width:44rem}.scroller :is(td,th){overflow-wrap:break-word}tbody tr:last-child th{border-bottom:0}.scroller td,.scroller th{width:auto}tbody th{vertical-align:top;color:var(--ink);padding:.4rem .8rem .4rem 0}
th small,td small{display:block;font-weight:400}
tr:target{background:color-mix(in srgb,var(--accent) 14%,transparent)}
@media (max-width:44rem){.wide{display:none}.narrow{display:block}}
@media print{.wide{display:block}.narrow{display:none}.scroller{overflow:visible;border:0;padding:0}.scroller table{min-width:0}svg{break-inside:avoid}.key,.band,.node,.place circle,.land,.spot{print-color-adjust:exact}}
`;
