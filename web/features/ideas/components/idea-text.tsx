/** An idea's content: the problem and the proposal, each with its photos, and the benefit. */
import { useLanguage } from '../../../i18n/language-context.tsx';
import { type Photo, Photos } from '../../photos/index.ts';

interface Props {
  /** Whether the reader is its author, and can mend what was refused. */
  readonly own?: boolean;
  readonly idea: {
    readonly problem: string;
    readonly proposal: string;
    readonly expectedBenefit?: number | undefined;
    /** Left out where the text alone counts, as in what it was before. */
    readonly photos?: readonly Photo[] | undefined;
  };
}

export function IdeaText({ own, idea: { problem, proposal, expectedBenefit, photos } }: Props) {
  const { words, language } = useLanguage();
  return (
    <dl class="idea-text">
      <dt>{words.problem}</dt>
      <dd>
        <p class="written">{problem}</p>
        <Photos photos={photos} of="problem" own={own} />
      </dd>
      <dt>{words.proposal}</dt>
      <dd>
        <p class="written">{proposal}</p>
        <Photos photos={photos} of="proposal" own={own} />
      </dd>
      {expectedBenefit !== undefined && (
        <>
          <dt>{words.expectedBenefitShort}</dt>
          <dd>{words.yuan(expectedBenefit.toLocaleString(language))}</dd>
        </>
      )}
    </dl>
  );
}
