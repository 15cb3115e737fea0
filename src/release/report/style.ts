/** The reports' style: the page's own tokens; light on paper, whatever the screen. */
export const reportStyle = `
:root{color-scheme:light;--surface:#f5f6f5;--raised:#fff;--ink:#1a1f20;--muted:#566063;--hairline:#dadedd;--accent:#00647a;--accent-soft:#dfeef1;--real:#cbd1d0;--edge:#8f9a9b;--good:#256b3d;--warn:#805200;--bad:#a3312a}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--surface:#131617;--raised:#1b1f20;--ink:#e7ebea;--muted:#9da8a9;--hairline:#2f3637;--accent:#66c6da;--accent-soft:#16333a;--real:#444d4f;--edge:#717c7e;--good:#7fc793;--warn:#e2b35c;--bad:#f2938a}}
*{box-sizing:border-box}
html{background:var(--surface);color:var(--ink);font:400 15px/1.5 ui-sans-serif,system-ui,'Segoe UI','Helvetica Neue','Noto Sans',Arial,sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:1120px;margin:0 auto;padding:32px 24px 64px}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1,h2,h3{font-weight:600;line-height:1.25;letter-spacing:-.011em;text-wrap:balance}
h1{max-width:30em;font-size:24px;line-height:1.3}h2{font-size:18px}h3{font-size:15px}
p{max-width:72ch;text-wrap:pretty;overflow-wrap:anywhere}
header{display:grid;gap:16px;padding-bottom:32px}
.brand{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;font-weight:600}
.brand svg{width:28px;height:20px}
.kind{padding:2px 10px;border:1px solid var(--edge);border-radius:99px;color:var(--muted);font-size:13px;font-weight:500}
.muted{color:var(--muted)}.small{font-size:13px}
.facts{display:flex;flex-wrap:wrap;gap:4px 32px}
.facts dt{color:var(--muted);font-size:13px}.facts dd{overflow-wrap:anywhere}
section{display:grid;gap:16px;padding:24px 0 32px;border-top:1px solid var(--hairline)}
section>div>p+p{margin-top:4px}
.mark{display:inline-flex;gap:6px;align-items:center;font-weight:600;white-space:nowrap}
.mark svg{flex:none;width:14px;height:14px;fill:none;stroke:currentcolor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.good{color:var(--good)}.fair{color:var(--warn)}.poor{color:var(--bad)}.unmeasured{color:var(--muted)}
.families{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:24px}
.families li.family{display:grid;gap:8px;align-content:start;padding-top:12px;border-top:3px solid var(--hairline);break-inside:avoid}
.families li.good{border-color:var(--good)}.families li.fair{border-color:var(--warn)}.families li.poor{border-color:var(--bad)}
.family{overflow-wrap:anywhere}:lang(de) .family{hyphens:auto}
.family>*{color:var(--ink)}.family .mark.good{color:var(--good)}.family .mark.fair{color:var(--warn)}.family .mark.poor{color:var(--bad)}.family .mark.unmeasured,.family .muted{color:var(--muted)}
.minis{display:grid;gap:2px}
.minis li{display:grid;grid-template-columns:minmax(0,1fr) 76px;gap:8px;align-items:center;font-size:13px;line-height:1.35}
.minis svg{width:76px;height:12px}
.checks{display:grid}
.checks li{display:grid;grid-template-columns:140px minmax(0,1fr) minmax(0,1fr);gap:4px 16px;align-items:baseline;padding:8px 0;border-top:1px solid var(--hairline);break-inside:avoid}
.findings{display:grid;gap:0}
.findings>li{display:grid;grid-template-columns:minmax(0,1fr) 220px 200px;gap:4px 24px;align-items:start;padding:12px 0;border-top:1px solid var(--hairline);break-inside:avoid}
.findings h4{margin:0;font-size:15px;font-weight:600;line-height:1.35}
.findings .mark{font-size:13px}
.figures{display:grid;grid-template-columns:auto 1fr;gap:0 8px;font-size:13px}
.figures dt{color:var(--muted)}
.figures dd{text-align:right}
svg text{fill:var(--muted);font-size:11px}
svg .axis{fill:none;stroke:var(--edge);stroke-width:1}
svg .real{fill:var(--real);stroke:none}
svg .synthetic{fill:none;stroke:var(--accent);stroke-width:1.6;stroke-linejoin:round}
svg .holdout{fill:none;stroke:var(--muted);stroke-width:1.1;stroke-dasharray:3 2.5}
svg .ideal{stroke:var(--ink);stroke-width:1.6}
svg .interval{stroke:var(--accent);stroke-width:3;stroke-linecap:round;opacity:.55}
svg .dot{fill:var(--raised);stroke:var(--accent);stroke-width:2}
.scale{display:block;width:220px;max-width:100%}
.shapes{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,248px),1fr));gap:24px 32px}
.shapes li{display:grid;gap:4px;align-content:start;break-inside:avoid}
.shapes svg.shape{width:100%;max-width:320px;height:auto}
.shapes h3{overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:4px 24px;font-size:13px}
.legend span{display:inline-flex;gap:8px;align-items:center}
.legend svg{width:28px;height:14px}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:13px}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--hairline);text-align:right;vertical-align:top;font-weight:400}
th{color:var(--muted)}th:first-child,td:first-child,.text{text-align:left}
td:first-child{overflow-wrap:anywhere}
tr{break-inside:avoid}thead{display:table-header-group}
.plain li{max-width:72ch;padding:4px 0 4px 16px;text-indent:-16px}.plain li::before{content:'– ';color:var(--muted)}
.warning{padding-left:12px;border-left:3px solid var(--warn)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:16px 48px}
@media screen and (max-width:860px){body{padding:24px 16px 48px}.families{grid-template-columns:1fr;gap:16px}.findings>li{grid-template-columns:1fr}.figures{max-width:220px}.checks li{grid-template-columns:1fr}}
@page{size:A4;margin:16mm 14mm}
@media print{html{background:#fff;font-size:10.5pt}body{max-width:none;padding:0}header{gap:8pt;padding-bottom:12pt}h1{font-size:15pt}section,.checks,.findings,.plain{display:block}section{padding:12pt 0 16pt}section>*+*{margin-top:9pt}h2,h3{break-after:avoid}.families{grid-template-columns:repeat(5,minmax(0,1fr));gap:12px}.minis{gap:4pt}.minis li{grid-template-columns:1fr;gap:1pt}.facts{gap:4px 20px}.findings>li{grid-template-columns:minmax(0,1fr) 170px 160px}.shapes{grid-template-columns:repeat(3,1fr)}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
