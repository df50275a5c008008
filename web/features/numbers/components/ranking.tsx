/**
 * Departments or categories by a measure, the highest first: a bar each, with the target as a mark.
 * The text beside the bar is complete; each leads to its ideas.
 */
import { Link } from 'wouter-preact';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { scaled, sizeOf, type Value, valueText } from '../series.ts';
import { Gauge } from './gauge.tsx';

interface Props {
  readonly rows: readonly { readonly name: string; readonly value: Value }[];
  readonly target?: { readonly size: number } | undefined;
  readonly hrefOf: (name: string) => string;
}

export function Ranking({ rows, target, hrefOf }: Props) {
  const { language } = useLanguage();
  const ranked = rows.slice().sort((a, b) => rankOf(b.value) - rankOf(a.value));
  const { lengths, target: mark } = scaled(
    ranked.map(({ value }) => value),
    target?.size,
  );
  return (
    <ol class="ranking">
      {ranked.map(({ name, value }, at) => (
        <li key={name}>
          <Link href={hrefOf(name)}>{name}</Link>
          <Gauge length={lengths[at]} mark={mark} />
          <span>{valueText(value, language)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Without a denominator it is the last: less than nothing. */
function rankOf(value: Value): number {
  return sizeOf(value) ?? -1;
}
