/**
 * Provides the chosen language and its texts to every component, and keeps `<html lang>` in step
 * for screen readers and fonts.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { chosenLanguage, dictionaryOf, keepLanguage, type Language } from './language.ts';
import { type Dictionary, zh } from './zh.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Dictionary;
}

interface Chosen extends Spoken {
  readonly choose: (language: Language) => void;
}

const CHINESE: Spoken = { language: 'zh-CN', words: zh };

const LanguageContext = createContext<Chosen | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [spoken, setSpoken] = useState<Spoken | undefined>(() =>
    chosenLanguage() === 'zh-CN' ? CHINESE : undefined,
  );
  const speak = async (language: Language) =>
    setSpoken({ language, words: await dictionaryOf(language) });
  useLayoutEffect(() => {
    if (spoken === undefined) {
      // Pages in the wrong language are better than none.
      speak(chosenLanguage()).catch(() => setSpoken(CHINESE));
      return;
    }
    document.documentElement.lang = spoken.language;
  }, [spoken]);
  const chosen = useMemo<Chosen | undefined>(
    () =>
      spoken && {
        ...spoken,
        choose: next => {
          speak(next).then(
            () => keepLanguage(next),
            () => undefined,
          );
        },
      },
    [spoken],
  );
  if (chosen === undefined) return null;
  return <LanguageContext.Provider value={chosen}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Chosen {
  const chosen = useContext(LanguageContext);
  if (chosen === undefined) throw new Error('useLanguage needs a LanguageProvider around it');
  return chosen;
}

export function useWords(): Dictionary {
  return useLanguage().words;
}

/**
 * A hook for the texts of a feature, together with the shared ones. They are stored beside the
 * feature, so that no reader of other pages loads them.
 */
export function wordsOf<Words extends object>(
  both: Readonly<Record<Language, Words>>,
): () => Dictionary & Words {
  // Merged once for each language, not for each component.
  const merged = new Map<Language, Dictionary & Words>();
  return () => {
    const { language, words } = useLanguage();
    const known = merged.get(language) ?? { ...words, ...both[language] };
    merged.set(language, known);
    return known;
  };
}
