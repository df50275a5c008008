/** The button that switches to the other language, labelled in that language. */
import { useLanguage } from './language-context.tsx';

export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const label = other === 'en' ? 'English' : '中文';
  return (
    <button type="button" class="plain" lang={other} onClick={() => choose(other)}>
      {label}
    </button>
  );
}
