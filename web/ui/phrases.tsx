/**
 * The text of a heading, which breaks between words. Chinese has no spaces, and a browser would
 * break it within a word.
 */
let words: Intl.Segmenter | undefined;

/** Words that no dictionary has. */
const OUR_WORDS = /\d+年\d+月期?|金点子|不记名|开发区|民主议政日/g;

export function Phrases({ text }: { readonly text: string }) {
  return <>{phrasesIn(text).map((phrase, at) => [at > 0 && <wbr />, phrase])}</>;
}

/** The parts of a text between which it may break: 金点子, 征集, 评审, 结果. */
export function phrasesIn(text: string): string[] {
  // Made with the first heading: an old browser is given its segmenter after the modules.
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const ours = [...text.matchAll(OUR_WORDS)];
  const within = (place: number) =>
    ours.some(({ 0: word, index }) => place > index && place < index + word.length);
  const phrases: string[] = [];
  let afterWord = false;
  for (const { segment, index, isWordLike = false } of words.segment(text)) {
    // Beside a space or a sign the browser knows itself whether to break.
    if (afterWord && isWordLike && !within(index)) phrases.push(segment);
    else phrases.push((phrases.pop() ?? '') + segment);
    afterWord = isWordLike;
  }
  return phrases;
}
