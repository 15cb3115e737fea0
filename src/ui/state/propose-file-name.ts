/** Of the real file's name; what is added after it still fits a file system. */
const mostCharacters = 120;

/** A name for the synthetic file, without its ending, that every file system takes: as the real file's as can be. */
export function proposeFileName(realFileName: string): string {
  const kept = [...realFileName.replace(/\.[^.]*$/, '')]
    .map((character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '-' : character))
    .slice(0, mostCharacters)
    .join('')
    .replace(/^[.\s]+/, '');
  return `${kept || 'table'}-synthetic`;
}
