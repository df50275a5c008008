/** The owner and due date of an idea, validated before they are sent. */
import type { RequestOf } from '../../../shared/contract/client.ts';
import type { assignIdea } from '../../../shared/contract/routes/implementation.ts';
import { isLocalDate } from '../../../shared/domain/kernel/instant.ts';
import { readNumber } from '../../../shared/domain/organization/employee-number.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import type { ImplementationWords } from './words.ts';

type Assignment = RequestOf<typeof assignIdea>['body'];

export function checkAssignment(
  fields: { readonly owner: string; readonly due: string },
  words: Pick<ImplementationWords, 'notAMember' | 'notADay'>,
): ValidationResult<Assignment> {
  const [owner, due] = [readNumber(fields.owner), fields.due];
  if (owner !== undefined && isLocalDate(due)) return { ok: true, body: { owner, due } };
  return {
    ok: false,
    errors: errorsIn({
      owner: owner !== undefined ? undefined : words.notAMember,
      due: isLocalDate(due) ? undefined : words.notADay,
    }),
  };
}
