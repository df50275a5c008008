/** The head of the pages of numbers: their title, what is chosen, and the way between the two. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Printer } from '../../../ui/icon.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useNumbersWords } from '../words.ts';

interface Props {
  readonly here: 'round' | 'series';
  readonly title: string;
  readonly children: ComponentChildren;
}

export function NumbersHead({ here, title, children }: Props) {
  const words = useNumbersWords();
  const { id } = useOrganization().organization;
  return (
    <>
      <div class="page-head">
        <PageTitle text={title} />
        <div class="actions no-print">
          {children}
          <button type="button" class="secondary print-button" onClick={() => print()}>
            <Printer class="icon" aria-hidden="true" />
            {words.print}
          </button>
        </div>
      </div>
      <nav class="tabs no-print" aria-label={words.numbersTitle}>
        <ul>
          <li>
            <Link href={paths.numbers(id)} {...(here === 'round' && { 'aria-current': 'page' })}>
              {words.toRound}
            </Link>
          </li>
          <li>
            <Link href={paths.series(id)} {...(here === 'series' && { 'aria-current': 'page' })}>
              {words.toSeries}
            </Link>
          </li>
        </ul>
      </nav>
    </>
  );
}
