/**
 * A measure over the rounds as bars, with the target as a line. The text beside each bar is
 * complete; the bars are visual only.
 */
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { type Shown, scaled, valueText } from '../series.ts';
import { Since } from './shown-value.tsx';

interface Bar {
  readonly round: RoundId;
  readonly shown: Shown;
  /** Whether it reaches the target, if that is decided. */
  readonly met?: boolean | undefined;
}

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly target?: { readonly size: number; readonly text: string };
}

export function SeriesBars({ title, bars, target }: Props) {
  const { words, language } = useLanguage();
  const { lengths, target: line } = scaled(
    bars.map(({ shown }) => shown.value),
    target?.size,
  );
  return (
    <figure class="series">
      <figcaption>
        {title}
        {target !== undefined && ` · ${words.target(target.text)}`}
      </figcaption>
      <ol class="series-rows">
        {bars.map(({ round, shown, met }, at) => (
          <li key={round} class="series-row">
            <span>{round}</span>
            <span class="series-bar" aria-hidden="true">
              <span style={{ width: percent(lengths[at] ?? 0) }} />
              {line !== undefined && <i style={{ left: percent(line) }} />}
            </span>
            <span>
              {valueText(shown.value, language)}
              {met !== undefined && (
                <>
                  {' '}
                  <span role="img" aria-label={met ? words.targetMet : words.targetMissed}>
                    {met ? '✓' : '✕'}
                  </span>
                </>
              )}{' '}
              <Since {...shown} />
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
