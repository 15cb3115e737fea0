import { catalogue, writeCount, writeMoment, writeOf } from '../words';

/** What is said of a training that is kept on the computer. */
export const keptWords = catalogue({
  en: {
    keep: 'Keep this training on this computer, encrypted',
    passphrase: 'Passphrase',
    passphraseHint: (fewest: number) =>
      `${writeOf(fewest, 'character', 'characters')} or more; several words are best. It cannot be had again.`,
    passphraseShort: (fewest: number) =>
      `To keep the training, give a passphrase of ${writeCount(fewest)} characters or more.`,
    passphraseSet: 'The passphrase is in this page’s memory until the page is closed.',
    what: 'Written about once a minute into this browser’s own storage on this computer: what was learnt so far (the weights of the network), the names and settings of the columns, and the file’s name and fingerprint. The table is not. After a reload, give the passphrase and open the same file again, and learning goes on.',
    risk: 'Weights learnt from private rows are as private as the rows. Whoever lacks the passphrase cannot read them; who has it can. What was kept before is replaced.',
    nothingElse: 'Without this, nothing of your table touches the disk.',
    underPrivacy:
      'A training under differential privacy is not kept: begun again from a copy, it could look at the table more often than was paid for.',
    inOneGo: 'This model is learnt in one go: there is nothing to keep on the way.',
    impossible:
      'This browser lets the page keep nothing here: that takes a page from a server by https, in no sandbox, and storage that is not switched off.',
    noRoom:
      'There was no room left on this computer for the training to be kept: learning goes on, and what was kept before stays as it was.',
    notWritten: (name: string) =>
      `The training could not be kept (${name}): learning goes on, and what was kept before stays as it was.`,
    keptAt: (at: number) => `Kept on this computer, encrypted: ${writeMoment(at)}.`,
    toBeKept: 'It is kept for the first time after a quarter of a minute or so.',
    delete: 'Delete what was kept',
    notDeleted:
      'What was kept could not be deleted, as another tab is writing it: close the other tabs of this page, and delete it again.',
    foundTitle: 'A training is kept on this computer',
    found: (at: number) =>
      `It was kept on ${writeMoment(at)}, encrypted. Give its passphrase, then open the same file again: learning goes on from there.`,
    unlock: 'Unlock it',
    unlocking: 'Unlocking…',
    whileUnlocking: 'unlocking what was kept',
    unlocked: (fileName: string, rows: number) =>
      `What is kept was learnt from ${fileName}, ${writeOf(rows, 'row', 'rows')}. Open that file again to go on.`,
    whyFile:
      'The file is needed even where learning had ended: the table is not kept, so its categories and bounds are read from it again, and a release is judged beside its rows that were held out.',
    notNow: 'Not now',
    otherFile: (fileName: string, kept: string) =>
      `${fileName} is not the file that what is kept was learnt from: open ${kept} as it was then, or choose “Not now” to learn another table.`,
    goesOn: (step: number) => `Goes on from step ${writeCount(step)}, as it was kept.`,
    isFinished: 'This was learnt to the end before; it was put together again from what was kept.',
    gone: 'Nothing is kept on this computer any more.',
    damaged: 'What was kept is damaged or was cut short: delete it, and learn the table again.',
    wrongPassphrase:
      'That passphrase does not open what was kept: look for slips and try again. There is no other way in.',
    otherFormat: 'What was kept was written by another version of this page: open it there, or delete it.',
    otherProgram: (writer: string, reader: string) =>
      `What was kept was written by ${writer}, and this is ${reader}: open it there, or delete it.`,
  },
  de: {
    keep: 'Dieses Training auf diesem Gerät aufbewahren, verschlüsselt',
    passphrase: 'Passphrase',
    passphraseHint: (fewest) =>
      `Mindestens ${writeOf(fewest, 'Zeichen', 'Zeichen')}; am besten mehrere Wörter. Sie lässt sich nicht wiederherstellen.`,
    passphraseShort: (fewest) =>
      `Um das Training aufzubewahren, geben Sie eine Passphrase mit mindestens ${writeCount(fewest)} Zeichen ein.`,
    passphraseSet: 'Die Passphrase bleibt im Speicher dieser Seite, bis die Seite geschlossen wird.',
    what: 'Etwa einmal in der Minute wird in den eigenen Speicher dieses Browsers auf diesem Gerät geschrieben: was bisher gelernt ist (die Gewichte des Netzes), Namen und Einstellungen der Spalten sowie Name und Fingerabdruck der Datei. Die Tabelle nicht. Nach einem Neuladen geben Sie die Passphrase ein und öffnen dieselbe Datei noch einmal, dann geht das Lernen weiter.',
    risk: 'Gewichte, die aus vertraulichen Zeilen gelernt sind, sind so vertraulich wie diese. Ohne die Passphrase kann sie niemand lesen, mit ihr schon. Was vorher aufbewahrt war, wird ersetzt.',
    nothingElse: 'Sonst gelangt nichts von Ihrer Tabelle auf den Datenträger.',
    underPrivacy:
      'Ein Training mit Differential Privacy wird nicht aufbewahrt: Von einer Kopie aus fortgesetzt, könnte es öfter auf die Tabelle sehen als bezahlt ist.',
    inOneGo: 'Dieses Modell wird in einem Zug gelernt: Unterwegs gibt es nichts aufzubewahren.',
    impossible:
      'Dieser Browser lässt die Seite hier nichts aufbewahren: Dazu muss sie über https und ohne Sandbox geladen und der Speicher eingeschaltet sein.',
    noRoom:
      'Auf diesem Gerät war kein Platz mehr, um das Training aufzubewahren: Das Lernen geht weiter, und was vorher aufbewahrt war, bleibt.',
    notWritten: (name) =>
      `Das Training ließ sich nicht aufbewahren (${name}): Das Lernen geht weiter, und was vorher aufbewahrt war, bleibt.`,
    keptAt: (at) => `Auf diesem Gerät verschlüsselt aufbewahrt: ${writeMoment(at)}.`,
    toBeKept: 'Nach etwa einer Viertelminute wird es zum ersten Mal aufbewahrt.',
    delete: 'Aufbewahrtes löschen',
    notDeleted:
      'Das Aufbewahrte ließ sich nicht löschen, weil ein anderer Tab es gerade schreibt: Schließen Sie die anderen Tabs dieser Seite und löschen Sie es noch einmal.',
    foundTitle: 'Auf diesem Gerät ist ein Training aufbewahrt',
    found: (at) =>
      `Es wurde am ${writeMoment(at)} aufbewahrt, verschlüsselt. Geben Sie die Passphrase ein und öffnen Sie dann dieselbe Datei: Das Lernen geht dort weiter.`,
    unlock: 'Entsperren',
    unlocking: 'Wird entsperrt …',
    whileUnlocking: 'beim Entsperren des Aufbewahrten',
    unlocked: (fileName, rows) =>
      `Das Aufbewahrte wurde aus ${fileName} gelernt, ${writeOf(rows, 'Zeile', 'Zeilen')}. Öffnen Sie diese Datei noch einmal, um fortzufahren.`,
    whyFile:
      'Die Datei ist auch nötig, wenn zu Ende gelernt war: Die Tabelle ist nicht aufbewahrt, deshalb werden ihre Kategorien und Grenzen neu daraus gelesen, und eine Freigabe wird neben ihren zurückgehaltenen Zeilen beurteilt.',
    notNow: 'Nicht jetzt',
    otherFile: (fileName, kept) =>
      `${fileName} ist nicht die Datei, aus der das Aufbewahrte gelernt wurde: Öffnen Sie ${kept} im damaligen Zustand, oder wählen Sie „Nicht jetzt“, um eine andere Tabelle zu lernen.`,
    goesOn: (step) => `Das Lernen geht bei Schritt ${writeCount(step)} weiter, wie er aufbewahrt war.`,
    isFinished: 'Dies war schon zu Ende gelernt; es ist aus dem Aufbewahrten wiederhergestellt.',
    gone: 'Auf diesem Gerät ist nichts mehr aufbewahrt.',
    damaged:
      'Das Aufbewahrte ist beschädigt oder unvollständig: Löschen Sie es und lernen Sie die Tabelle neu.',
    wrongPassphrase:
      'Diese Passphrase öffnet das Aufbewahrte nicht: Prüfen Sie sie auf Tippfehler und versuchen Sie es noch einmal. Einen anderen Zugang gibt es nicht.',
    otherFormat:
      'Das Aufbewahrte stammt von einer anderen Version dieser Seite: Öffnen Sie es dort, oder löschen Sie es.',
    otherProgram: (writer, reader) =>
      `Das Aufbewahrte stammt von ${writer}, und dies ist ${reader}: Öffnen Sie es dort, oder löschen Sie es.`,
  },
});
