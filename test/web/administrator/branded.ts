/** Branded names for tests, and the texts of the tested pages. */
import {
  isDepartment,
  isMemberId,
  isOrganizationId,
  isRoundId,
  isSubject,
  isZoneId,
} from '../../../shared/domain/kernel/ids.ts';
import { isInstant, isLocalDate } from '../../../shared/domain/kernel/instant.ts';
import { zhAdministrator } from '../../../web/administrator/language/zh.ts';
import { zh } from '../../../web/language/zh.ts';

const named =
  <Value extends string>(is: (text: string) => text is Value) =>
  (text: string): Value => {
    if (!is(text)) throw new Error(`not well-formed: ${text}`);
    return text;
  };

export const member = named(isMemberId);
export const subject = named(isSubject);
export const department = named(isDepartment);
export const organization = named(isOrganizationId);
export const zone = named(isZoneId);
export const round = named(isRoundId);
export const instant = named(isInstant);
export const localDate = named(isLocalDate);

export const words = { ...zh, ...zhAdministrator };
