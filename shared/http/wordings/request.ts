/** Words for requests that are refused before any rule of the domain is checked. */

import { ROLE_NAMES } from '../../contract/names.ts';
import type { RequestCode } from '../../contract/refusal-codes.ts';
import type { Language } from '../language.ts';
import type { RequestRefusal } from '../refusal.ts';
import type { WordingsOf } from '../wording.ts';
import { fieldName } from './fields.ts';

export const requestWordings = {
  'invalid-request': refusal => {
    const names = (language: Language): string[] => [
      ...new Set(refusal.errors.map(({ field }) => fieldName(field, language))),
    ];
    return {
      status: 400,
      title: { zh: '填写有误', en: 'The request is not valid' },
      detail: {
        zh: `请改正后再提交：${names('zh').join('、')}`,
        en: `Correct and send again: ${names('en').join(', ')}`,
      },
    };
  },
  'malformed-json': () => ({
    status: 400,
    title: { zh: '请求不是正确的 JSON', en: 'The body is not valid JSON' },
  }),
  'malformed-csv': refusal => ({
    status: 400,
    title: { zh: '文件不是正确的 CSV', en: 'The file is not valid CSV' },
    ...(refusal.line !== undefined && {
      detail: {
        zh: `第 ${refusal.line} 行附近：引号或列数不对`,
        en: `Near line ${refusal.line}: the quotes or the number of columns are wrong`,
      },
    }),
  }),
  'unreadable-file': ({ fault, line = 1 }) => ({
    status: 400,
    title: { zh: '文件读不出来', en: 'The file cannot be read' },
    detail: {
      encoding: {
        zh: '文件编码无法识别：请在表格软件中另存为“CSV UTF-8（逗号分隔）”再导入；用接口发送 GB18030 时，Content-Type 应为 application/octet-stream',
        en: 'Unknown encoding: save it as CSV UTF-8; GB18030 is accepted as application/octet-stream only',
      },
      workbook: {
        zh: '这是 Excel 或 WPS 工作簿：请在表格软件中另存为“CSV UTF-8（逗号分隔）”再导入',
        en: 'This is a workbook: save it as CSV UTF-8 (comma delimited) in the spreadsheet first',
      },
      separator: {
        zh: '各列之间应为英文逗号：请在表格软件中另存为“CSV UTF-8（逗号分隔）”再导入',
        en: 'The columns must be separated by commas: save it as CSV UTF-8 (comma delimited)',
      },
      'title-row': {
        zh: `表头在第 ${line} 行：请删去上面的标题行，让表头成为第一行`,
        en: `The headings are in row ${line}: delete the rows above them`,
      },
    }[fault],
  }),
  'body-too-large': refusal => ({
    status: 413,
    title: { zh: '内容过大', en: 'The body is too large' },
    detail: {
      zh: `最多 ${refusal.limit / 1024} KB；文件请分几次导入`,
      en: `At most ${refusal.limit / 1024} KB; import a file in several parts`,
    },
  }),
  'unsupported-media-type': refusal => ({
    status: 415,
    title: { zh: '内容类型不对', en: 'Wrong content type' },
    detail: {
      zh: `Content-Type 应为 ${refusal.expected}`,
      en: `Content-Type must be ${refusal.expected}`,
    },
  }),
  'not-signed-in': () => ({
    status: 401,
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: {
      zh: '登录已过期或无效，请重新登录',
      en: 'The token is missing, expired or not valid',
    },
  }),
  'role-required': refusal => ({
    status: 403,
    title: { zh: '没有权限', en: 'Not allowed' },
    detail: {
      zh: `需要以下角色之一：${refusal.roles.map(role => ROLE_NAMES[role]).join('、')}`,
      en: `Needs one of these roles: ${refusal.roles.join(', ')}`,
    },
  }),
  'precondition-required': () => ({
    status: 428,
    title: { zh: '请求须说明所依据的版本', en: 'The request must say which version it changes' },
    detail: {
      zh: '请在 If-Match 中写上读到的版本，例如 "7"',
      en: 'Send the version that was read in If-Match, for example "7"',
    },
  }),
  'no-such-route': () => ({
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
  }),
  'not-through-site': () => ({
    status: 403,
    title: { zh: '请从网站地址访问', en: 'Use the address of the site' },
  }),
  busy: () => ({
    status: 503,
    title: { zh: '系统繁忙，请稍后再试', en: 'The system is busy; try again in a moment' },
  }),
  'too-many-requests': ({ retryAfterSeconds }) => ({
    status: 429,
    title: { zh: '本单位的请求太多，请稍后再试', en: 'Your organization sends too many requests' },
    detail: {
      zh: `请在 ${retryAfterSeconds} 秒后重试；没有人在大量操作时，请告诉管理员`,
      en: `Try again in ${retryAfterSeconds} s. If nobody is doing anything unusual, tell the administrator`,
    },
  }),
  'newer-item': () => ({
    status: 503,
    title: {
      zh: '系统正在更新，请几分钟后再试',
      en: 'The system is being updated; try again in a few minutes',
    },
    detail: {
      zh: '这部分内容由更新的版本保存，没有丢失，也没有改动；一直如此请把请求编号告诉管理员',
      en: 'A newer release has stored this. Nothing is lost, and nothing was changed. If it persists, give the administrator the request id',
    },
  }),
  internal: () => ({
    status: 500,
    title: { zh: '系统出错', en: 'Something went wrong' },
    detail: {
      zh: '内容没有丢失时可直接重试；仍不行请把请求编号告诉管理员',
      en: 'Try again; if it happens again, give the administrator the request id',
    },
  }),
} satisfies WordingsOf<RequestRefusal> & Record<RequestCode, unknown>;
