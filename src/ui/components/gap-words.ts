import { catalogue } from '../../words';

/** What a browser lacks and what that costs. */
export const gapWords = catalogue({
  en: {
    title: 'What this browser lacks',
    gaps: {
      'secure-context':
        'This page came over plain HTTP. Browsers then withhold the graphics card, signatures, and writing a large file to the disk while it is made. All else is the same. They give it over HTTPS, from localhost and to a page opened from the disk.',
      'fast-arithmetic':
        'No WebAssembly with SIMD: learning is done in plain JavaScript, and takes many times as long. Some browsers switch it off in a lockdown mode.',
      'graphics-card':
        'No graphics card (WebGPU): learning is done on the processor. Large tables take longer; the rows are as good.',
      'direct-saving':
        'No writing to the disk while a file is made: it is put together in memory first, which may not hold a very large one. The Release step says so where it matters.',
      'many-cores': 'Two processor cores or fewer: learning is hardly shared, and takes longer.',
      'much-memory':
        'About 4 GB of memory or less: a large table may not fit. The Columns step says how much learning takes.',
    },
    notHere: (name: string) => `${name} (not in this browser)`,
    slowArithmetic:
      'Without WebAssembly with SIMD, which this browser does not offer, it takes many times as long.',
    heldInMemory: (size: string) =>
      `The file would be about ${size}. This browser cannot write it to the disk while it is made: it must fit in memory first. Chrome and Edge can, over HTTPS or with the page opened from the disk; or make fewer rows at a time, each with another seed.`,
  },
  de: {
    title: 'Was diesem Browser fehlt',
    gaps: {
      'secure-context':
        'Diese Seite kam über einfaches HTTP. Browser geben dann die Grafikkarte nicht frei, keine Signaturen, und schreiben große Dateien nicht schon während der Herstellung auf die Platte. Alles andere ist gleich. Frei sind sie über HTTPS, von localhost und für eine Seite, die von der Platte geöffnet wurde.',
      'fast-arithmetic':
        'Kein WebAssembly mit SIMD: Gelernt wird in reinem JavaScript, und das dauert um ein Vielfaches länger. Manche Browser schalten es in einem Blockierungsmodus ab.',
      'graphics-card':
        'Keine Grafikkarte (WebGPU): Gelernt wird auf dem Prozessor. Große Tabellen dauern länger; die Zeilen sind ebenso gut.',
      'direct-saving':
        'Dateien lassen sich nicht schon während der Herstellung auf die Platte schreiben: Sie entstehen zuerst im Arbeitsspeicher, der für eine sehr große nicht reichen mag. Der Schritt Freigabe sagt es, wo es darauf ankommt.',
      'many-cores': 'Höchstens zwei Prozessorkerne: Das Lernen wird kaum geteilt und dauert länger.',
      'much-memory':
        'Höchstens etwa 4 GB Arbeitsspeicher: Eine große Tabelle passt vielleicht nicht hinein. Der Schritt Spalten sagt, wie viel das Lernen braucht.',
    },
    notHere: (name) => `${name} (nicht in diesem Browser)`,
    slowArithmetic:
      'Ohne WebAssembly mit SIMD, das dieser Browser nicht anbietet, dauert es um ein Vielfaches länger.',
    heldInMemory: (size) =>
      `Die Datei hätte etwa ${size}. Dieser Browser kann sie nicht schon während der Herstellung auf die Platte schreiben: Sie muss zuerst in den Arbeitsspeicher passen. Chrome und Edge können es, über HTTPS oder wenn die Seite von der Platte geöffnet wurde; oder erzeugen Sie weniger Zeilen auf einmal, jeweils mit einem anderen Startwert.`,
  },
});
