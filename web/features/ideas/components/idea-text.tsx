/** An idea's content: the problem, the proposal, and the expected benefit. */
import { useLanguage } from '../../../i18n/language-context.tsx';

interface Props {
  readonly idea: {
    readonly problem: string;
    readonly proposal: string;
    readonly expectedBenefit?: number | undefined;
  };
}

export function IdeaText({ idea: { problem, proposal, expectedBenefit } }: Props) {
  const { words, language } = useLanguage();
  return (
    <dl class="idea-text">
      <dt>{words.problem}</dt>
      <dd class="written">{problem}</dd>
      <dt>{words.proposal}</dt>
      <dd class="written">{proposal}</dd>
      {expectedBenefit !== undefined && (
        <>
          <dt>{words.expectedBenefitShort}</dt>
          <dd>{words.yuan(expectedBenefit.toLocaleString(language))}</dd>
        </>
      )}
    </dl>
  );
}
