/**
 * The head of a page of the secretary's desk: its title, and the strip of the round's stages. A
 * page below may list all rounds, so the strip's round is always named.
 */
import type { ComponentChildren } from 'preact';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pipeline } from './pipeline.tsx';

interface Props {
  readonly title: string;
  readonly round: RoundId;
  /** Beside the title and the round's name. */
  readonly children?: ComponentChildren;
}

export function DeskHead({ title, round, children }: Props) {
  const words = useWords();
  return (
    <>
      <div class="page-head">
        <PageTitle text={title} />
        <span class="muted desk-round">{words.roundName(round)}</span>
        {children}
      </div>
      <Pipeline round={round} />
    </>
  );
}
