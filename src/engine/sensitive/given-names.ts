/** Frequent given names of several languages, those left out that are also common words, months, places or makes. */
const givenNames: ReadonlySet<string> = new Set(
  (
    'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven ' +
    'andrew joshua kenneth kevin brian timothy ronald edward jason jeffrey ryan jacob nicholas jonathan stephen justin ' +
    'benjamin samuel gregory alexander patrick raymond dennis jerry tyler aaron jose adam nathan henry zachary walter arthur ' +
    'albert frederick george peter philip simon owen oliver mary patricia jennifer linda elizabeth barbara susan jessica ' +
    'sarah karen nancy margaret lisa betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah ' +
    'stephanie rebecca laura sharon cynthia kathleen amy angela anna emma nicole helen samantha katherine christine rachel ' +
    'catherine maria heather diane julia olivia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah ' +
    'jacqueline martha frances alice jane ellen florence agnes edith johann hans peter klaus jürgen wolfgang günther dieter ' +
    'helmut uwe stefan andreas matthias markus lukas felix jonas ursula ingrid monika petra sabine brigitte heike katrin ' +
    'claudia birgit jean pierre michel philippe alain bernard jacques françois nicolas laurent julien antoine marie nathalie ' +
    'isabelle sylvie catherine françoise monique juan carlos luis javier miguel antonio francisco pedro alejandro fernando ' +
    'josé jesús carmen ana isabel dolores pilar lucía giuseppe giovanni francesco luca marco andrea giulia chiara francesca ' +
    'lars erik anders karl johan per sven astrid karin jan piet willem hendrik anna katarzyna agnieszka małgorzata piotr ' +
    'krzysztof andrzej tomasz paweł ivan dmitri sergei alexei olga natalia elena tatiana иван сергей александр дмитрий елена ' +
    'ольга наталья анна мария mohammed muhammad ahmed ali hassan hussein fatima aisha omar yusuf mehmet mustafa ayşe raj amit ' +
    'rahul sanjay priya anita sunita deepak vijay wei ming hiroshi takashi yuki keiko kim minh thi nguyen'
  ).split(' '),
);

/** True where a word of the text is a frequent given name, capitalised. */
function hasGivenName(text: string): boolean {
  return (text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).some((word) => givenNames.has(word.toLowerCase()));
}

const honorific =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|Monsieur|Madame|Señora?|Signora?)\.? \p{Lu}\p{Ll}/u;
const reach = /[^\s@]+@[^\s@]+\.[^\s@.]{2,}|(?:\+|\b00)\d[\d ()./-]{7,}/;

/** True where a running text names somebody or says how to reach them. */
export function namesPeople(text: string): boolean {
  if (honorific.test(text) || reach.test(text)) return true;
  const pairs = text.match(/\p{Lu}[\p{L}\p{M}]+(?= \p{Lu}\p{Ll})/gu) ?? [];
  return pairs.some((word) => givenNames.has(word.toLowerCase()));
}

/** True of a text of a few words, one of which is a given name, and nothing of which is a number. */
export function looksLikeName(text: string): boolean {
  const words = text.split(/[\s,.]+/).filter((word) => word !== '');
  return words.length >= 1 && words.length <= 8 && !/\d/.test(text) && hasGivenName(text);
}
