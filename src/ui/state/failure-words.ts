import { catalogue } from '../../words';

/** `doing` is of the catalogue of whoever failed: `writing the file`, `beim Schreiben der Datei`. */
export const failureWords = catalogue({
  en: {
    unknown: 'unknown error',
    memory: (doing: string) =>
      `Memory ran out while ${doing}: close other tabs, or use fewer rows, and try again; nothing that was finished is lost.`,
    room: (doing: string) =>
      `There was no room left for the file while ${doing}: make room, or choose another place, and try again; what was learnt is still here.`,
    unforeseen: (name: string, doing: string) =>
      `Something this page did not foresee (${name}) came up while ${doing}; nothing has left it, and you can try again.`,
  },
  de: {
    unknown: 'unbekannter Fehler',
    memory: (doing) =>
      `Der Arbeitsspeicher reichte ${doing} nicht aus: Schließen Sie andere Tabs oder verwenden Sie weniger Zeilen, und versuchen Sie es noch einmal; was fertig war, ist nicht verloren.`,
    room: (doing) =>
      `Für die Datei war ${doing} kein Platz mehr: Schaffen Sie Platz oder wählen Sie einen anderen Ort, und versuchen Sie es noch einmal; was gelernt wurde, ist noch hier.`,
    unforeseen: (name, doing) =>
      `Etwas, das diese Seite nicht vorhergesehen hat (${name}), geschah ${doing}; nichts hat sie verlassen, und Sie können es noch einmal versuchen.`,
  },
});
