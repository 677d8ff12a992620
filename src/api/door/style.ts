/** The one style sheet of the pages that need no script. */
export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #f4f2ee;
  --card: #fff;
  --ink: #23211d;
  --soft: #645f57;
  --line: #8d877d;
  --rule: #e3dfd8;
  --accent: #1f5f5b;
  --accent-deep: #174a47;
  --on-accent: #fff;
  --fault: #a3261c;
  --fault-ground: #fdf1ef;
  --banner: #a3261c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614;
    --card: #211f1c;
    --ink: #ece8e1;
    --soft: #a8a197;
    --line: #7d776d;
    --rule: #37332e;
    --accent: #7cc4bd;
    --accent-deep: #9ad6d0;
    --on-accent: #10201f;
    --fault: #ff9d92;
    --fault-ground: #3a211e;
    --banner: #8f2017;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  min-height: 100vh;
  min-height: 100dvh;
  display: flex;
  flex-direction: column;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
:is(body, [lang]):lang(zh-Hant) { font-family: system-ui, -apple-system, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", sans-serif; }
:is(body, [lang]):lang(zh-Hans) { font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
body:lang(zh) { line-height: 1.75; }
.banner {
  margin: 0;
  padding: 0.75rem 1rem;
  background: var(--banner);
  color: #fff;
  text-align: center;
  text-wrap: balance;
}
main {
  width: min(26rem, 100%);
  margin: auto;
  padding: 2.25rem 2rem 2rem;
  background: var(--card);
  border: 1px solid var(--rule);
  border-radius: 0.75rem;
  overflow-wrap: anywhere;
}
@media (max-width: 30rem) {
  body { background: var(--card); }
  main { margin: 0 auto auto; padding: 1.75rem 1.25rem 1rem; border: 0; border-radius: 0; }
}
.brand { margin: 0 0 1.5rem; color: var(--soft); font-weight: 600; letter-spacing: 0.01em; }
.seal { margin-inline-start: 0.25rem; color: var(--accent); }
h1 { margin: 0 0 1.25rem; font-size: 1.5rem; line-height: 1.3; font-weight: 650; }
h1, button, .button { text-wrap: balance; }
p { margin: 0 0 1rem; text-wrap: pretty; }
.lead, .aside, .hint { color: var(--soft); }
.lead { margin-top: -0.75rem; margin-bottom: 1.5rem; }
.hint, .aside, .fault { font-size: 0.875rem; }
.hint, .field .fault { margin: 0.5rem 0 0; line-height: 1.5; }
form > .hint { margin: 0 0 1.25rem; }
.aside { margin: 1.25rem 0 0; }
.aside.below { margin-bottom: 0.75rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
.field { margin-bottom: 1.25rem; }
label { display: block; margin-bottom: 0.375rem; font-weight: 600; }
input, textarea {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.375rem;
  background: var(--card);
  color: inherit;
  font: inherit;
}
textarea { display: block; resize: vertical; }
input[readonly] { background: var(--ground); border-color: var(--rule); color: var(--soft); }
:is(input, textarea)[aria-invalid] { border-color: var(--fault); box-shadow: inset 0 0 0 1px var(--fault); }
.fault { color: var(--fault); font-weight: 600; }
.fault.whole { padding: 0.75rem; border-radius: 0.375rem; background: var(--fault-ground); }
button, .button {
  display: flex;
  justify-content: center;
  align-items: center;
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 1rem;
  border: 1px solid var(--accent);
  border-radius: 0.375rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button:hover, .button:hover { background: var(--accent-deep); border-color: var(--accent-deep); }
.second { background: transparent; color: var(--accent); }
.second:hover { background: transparent; color: var(--accent-deep); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 0.375rem; }
.or { display: flex; align-items: center; gap: 0.75rem; margin: 1.25rem 0; color: var(--soft); font-size: 0.875rem; }
.or::before, .or::after { content: ""; flex: 1; border-top: 1px solid var(--rule); }
.languages { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 0.5rem; padding: 0.5rem 1rem 1rem; font-size: 0.875rem; }
.languages > * { display: flex; align-items: center; min-height: 2.75rem; padding: 0 0.5rem; color: var(--soft); }
.languages > [aria-current] { color: var(--ink); font-weight: 600; }
.subject { margin-bottom: 1.5rem; padding: 0.75rem 1rem; border: 1px solid var(--rule); border-radius: 0.375rem; }
.subject p { margin: 0; }
.key { color: var(--soft); font-variant-numeric: tabular-nums; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
.alone { display: block; margin: 0.5rem 0 1.5rem; }
`;
