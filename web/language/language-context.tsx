/**
 * Hands the chosen language and its words to every component, and keeps `<html lang>` in step for screen readers and fonts.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { chosenLanguage, DICTIONARIES, keepLanguage, type Language } from './language.ts';
import type { Dictionary } from './zh.ts';

interface Chosen {
  readonly language: Language;
  readonly words: Dictionary;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Chosen | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(chosenLanguage);
  const chosen = useMemo<Chosen>(
    () => ({
      language,
      words: DICTIONARIES[language],
      choose: next => {
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = chosen.words.product;
  }, [language, chosen]);
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
