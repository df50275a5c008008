/** Accepts a piece of work with its verified benefit, beside the claimed one. */
import { acceptIdea } from '../../../../shared/contract/routes/implementation.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { yuanOf } from '../../../ui/form/amount.ts';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { ActForm, useActFields, type WorkItem } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';

interface Props {
  readonly item: WorkItem;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function AcceptForm({ item, onDone, onCancel }: Props) {
  const { words: common, language } = useLanguage();
  const words = useImplementationWords();
  const { fields, change, drop } = useActFields('accept', item, {
    verifiedBenefit: '',
  });
  const claimed = item.completion?.claimedBenefit.toLocaleString(language) ?? common.none;
  const verifiedBenefit = yuanOf(fields.verifiedBenefit);
  return (
    <ActForm
      idea={item}
      act="accept"
      label={words.accept}
      question={words.confirmAccept(item.title, verifiedBenefit?.toLocaleString(language) ?? '')}
      check={() => {
        if (verifiedBenefit === undefined)
          return { ok: false, errors: { verifiedBenefit: common.missing } };
        if (Number.isNaN(verifiedBenefit))
          return { ok: false, errors: { verifiedBenefit: common.notAnAmount } };
        return { ok: true, body: { verifiedBenefit } };
      }}
      send={(call, request) => call(acceptIdea, request)}
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <NumberField
          label={words.verifiedField}
          name="verifiedBenefit"
          hint={words.verifiedHint(claimed)}
          error={errors.verifiedBenefit}
          value={fields.verifiedBenefit}
          onInput={verifiedBenefit => change({ verifiedBenefit })}
        >
          {item.completion !== undefined && (
            <button
              type="button"
              class="plain"
              onClick={() =>
                change({ verifiedBenefit: String(item.completion?.claimedBenefit ?? '') })
              }
            >
              {words.asClaimed(claimed)}
            </button>
          )}
        </NumberField>
      )}
    </ActForm>
  );
}
