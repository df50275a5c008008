/** The Chinese words of the administrator's features together, for tests of their models. */
import { zh as audit } from '../../../web/features/audit/words.zh.ts';
import { zh as calendar } from '../../../web/features/calendar/words.zh.ts';
import { zh as members } from '../../../web/features/members/words.zh.ts';
import { zh as settings } from '../../../web/features/settings/words.zh.ts';
import { zh } from '../../../web/i18n/zh.ts';

export const words = { ...zh, ...audit, ...calendar, ...members, ...settings };
