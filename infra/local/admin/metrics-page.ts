/**
 * The running system's page of metrics, in Chinese or English: each round's numbers, each
 * organization's, and the system's own. It is made on the server, so that it works where the pages
 * do not.
 */
import type { Language, Words } from '../../../shared/http/language.ts';
import type { Allowed } from '../../../shared/http/security-headers.ts';
import { METRICS, TOLD_OF } from '../../../shared/metrics/names.ts';
import { hashSource } from '../csp-hash.ts';
import type { Told } from './metrics-registry.ts';

type Definition = (typeof METRICS)[number];

const WORDS = {
  title: { zh: '指标', en: 'Metrics' },
  intro: {
    zh: '这台机器上的系统最近一次发布的数值；每五秒刷新。',
    en: 'The latest metrics of the system on this machine; refreshed every five seconds.',
  },
  prometheus: { zh: '供 Prometheus 读取', en: 'for Prometheus' },
  rounds: { zh: '各期', en: 'Rounds' },
  organizations: { zh: '各单位', en: 'Organizations' },
  system: { zh: '系统', en: 'System' },
  organization: { zh: '单位', en: 'Organization' },
  round: { zh: '期', en: 'Round' },
  uncounted: { zh: '待重放的记录', en: 'Records waiting to be replayed' },
  nothing: { zh: '还没有数值。', en: 'No values yet.' },
} as const satisfies Record<string, Words>;

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 80rem; padding: 0 1rem; color-scheme: light dark; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid #8886; text-align: end; vertical-align: bottom; }
th[scope="row"], .label { text-align: start; white-space: nowrap; }
`;

/** The inline style and script of the page. */
export const METRICS_ALLOWED: Allowed = { styles: [hashSource(STYLE)] };

/** Makes the page. */
export function metricsPage(told: readonly Told[], uncounted: number, language: Language): string {
  const say = (words: Words): string => words[language];
  const of = (labels: number): Definition[] =>
    METRICS.filter(({ kind }) => TOLD_OF[kind].length === labels);
  const rounds = told.filter(({ round }) => round !== undefined);
  const organizations = told.filter(
    ({ organization, round }) => organization !== undefined && round === undefined,
  );
  const system = told.find(({ organization }) => organization === undefined)?.values;

  const table = (rows: readonly Told[], labels: readonly ('organization' | 'round')[]): string => {
    if (rows.length === 0) return `<p>${say(WORDS.nothing)}</p>`;
    const metrics = of(labels.length);
    const head = [
      ...labels.map(label => `<th scope="col" class="label">${say(WORDS[label])}</th>`),
      ...metrics.map(metric => `<th scope="col">${say(metric)}</th>`),
    ];
    const body = rows.map(row => [
      ...labels.map(label => `<th scope="row">${escaped(row[label] ?? '')}</th>`),
      ...metrics.map(metric => `<td>${shown(metric, row.values)}</td>`),
    ]);
    return `<table><thead><tr>${head.join('')}</tr></thead><tbody>
${body.map(cells => `<tr>${cells.join('')}</tr>`).join('\n')}
</tbody></table>`;
  };
  const facts = [
    ...of(0).map(metric => [say(metric), shown(metric, system ?? new Map())]),
    [say(WORDS.uncounted), String(uncounted)],
  ];
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>金点子 Golden Ideas · ${say(WORDS.title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<h1>${say(WORDS.title)}</h1>
<p>${say(WORDS.intro)} <a href="/metrics">/metrics</a> ${say(WORDS.prometheus)} · <a href="?language=${other}" lang="${other}">${other === 'zh' ? '中文' : 'English'}</a></p>
<h2>${say(WORDS.rounds)}</h2>
<div class="wide">${table(rounds, TOLD_OF.round)}</div>
<h2>${say(WORDS.organizations)}</h2>
<div class="wide">${table(organizations, TOLD_OF.overdue)}</div>
<h2>${say(WORDS.system)}</h2>
<table><tbody>
${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('\n')}
</tbody></table>
</body>
</html>
`;
}

function shown({ name, unit }: Definition, values: ReadonlyMap<string, number>): string {
  const value = values.get(name);
  if (value === undefined) return '—';
  return unit === 'Percent' ? `${value}%` : value.toLocaleString('en');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
