/** An owner's report of their work, validated before it is sent. */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import type {
  completeIdea,
  reportProgress,
} from '../../../shared/contract/routes/implementation.ts';
import { PERCENT } from '../../../shared/domain/kernel/percent.ts';
import { REASON } from '../../../shared/domain/kernel/text.ts';
import type { Dictionary } from '../../i18n/zh.ts';
import { yuanOf } from '../../ui/form/amount.ts';
import { textError } from '../../ui/form/text-error.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import { wholeNumber } from '../../ui/form/whole-number.ts';

/** An idea in its owner's hands. */
export type OwnedIdea = ReplyOf<typeof reportProgress>;

/** The progress that is reported by one tap, in per cent. */
export const QUARTERS = [25, 50, 75, 100] as const;

type Report = RequestOf<typeof reportProgress>['body'];
type Completion = RequestOf<typeof completeIdea>['body'];

export function checkReport(
  fields: { readonly progress: string; readonly note: string },
  words: Dictionary,
  notPercent: string,
): ValidationResult<Report> {
  const progress = wholeNumber(fields.progress, PERCENT);
  const errors = errorsIn({
    progress: progress === undefined ? notPercent : undefined,
    note: textError(fields.note, REASON, words),
  });
  if (progress === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, body: { progress, note: fields.note } };
}

export function checkCompletion(
  fields: { readonly done: string; readonly claimedBenefit: string },
  words: Dictionary,
): ValidationResult<Completion> {
  const claimedBenefit = yuanOf(fields.claimedBenefit);
  const errors = errorsIn({
    done: textError(fields.done, REASON, words),
    claimedBenefit:
      claimedBenefit === undefined
        ? words.missing
        : Number.isNaN(claimedBenefit)
          ? words.notAnAmount
          : undefined,
  });
  if (claimedBenefit === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, body: { done: fields.done, claimedBenefit } };
}
