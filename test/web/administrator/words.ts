/** The words of the administrator's pages, in Chinese. */
import { zhAdministrator } from '../../../web/administrator/language/zh.ts';
import { zh } from '../../../web/language/zh.ts';

export const words = { ...zh, ...zhAdministrator };
