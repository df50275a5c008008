/** The pages of the local sign-in: choice of account, sign-out, and errors. */
import type { Allowed } from '../../shared/http/security-headers.ts';
import { hashSource } from './csp-hash.ts';
import type { Account } from './sample/accounts.ts';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem; color: #1c2733 }
  ul { list-style: none; padding: 0 }
  a { display: flex; gap: .75rem; min-height: 44px; align-items: center; padding: .25rem .75rem; margin: .25rem 0;
      border: 1px solid #c7d0d9; border-radius: .5rem; color: inherit; text-decoration: none }
  a:hover, a:focus-visible { border-color: #0b6bcb; outline: none; box-shadow: 0 0 0 2px #0b6bcb44 }
  strong { min-width: 5.5rem } small { color: #51606e }
`;

const SIGN_OUT = `
  const form = document.forms[0];
  form.insertAdjacentHTML('beforeend', '<input type="hidden" name="logout" value="yes">');
  form.submit();
`;

/** The inline styles and scripts of the pages. */
export const SIGN_IN_ALLOWED: Allowed = {
  styles: [hashSource(STYLE)],
  scripts: [hashSource(SIGN_OUT)],
};

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style></head><body>${body}</body></html>`;

export const accountPage = {
  choosing(path: string, accounts: readonly Account[]): string {
    const rows = accounts.map(
      ({ account, name, tenant, roles, department }) =>
        `<li><a href="${path}?account=${account}"><strong>${account}</strong><span>${name} · ${roles.join('、')}<br><small>${tenant} · ${department}</small></span></a></li>`,
    );
    return page(
      '登录 · 金点子',
      `<h1>以谁的身份登录？</h1><p><small>Sample accounts; no password is asked for on this machine.</small></p><ul>${rows.join('')}</ul>
      <form action="${path}"><label>其他账号 Another account <input name="account" autocomplete="off" required></label> <button>登录</button></form>`,
    );
  },

  /** `code` is OAuth's or OpenID's, such as `invalid_request`. */
  failed(code: string): string {
    return page(
      '登录没有完成 · 金点子',
      `<h1>登录没有完成</h1><p>链接可能已失效，请回到首页重新登录。<br><small>The sign-in was not completed: start again from the first page. (${code.replaceAll(/[^\w-]/g, '')})</small></p>
      <a href="/">首页 First page</a>`,
    );
  },

  signingOut(form: string): string {
    return page(
      '退出 · 金点子',
      `<p>正在退出…… Signing out…</p>${form}<script>${SIGN_OUT}</script>`,
    );
  },
};
