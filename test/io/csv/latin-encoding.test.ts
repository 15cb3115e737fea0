import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../src/io/csv/detect-encoding';
import type { Encoding } from '../../../src/io/csv/dialect';
import { encodeText } from './encode-text';

/** Names, places and words as they stand in tables. */
const texts: Readonly<Record<string, string>> = {
  Polish:
    'Łódź Gdańsk Kraków Poznań Wrocław Częstochowa Rzeszów Bełchatów Małgorzata Stanisław Łukasz Zdzisława Wójcik Dąbrowski Zieliński Woźniak Kamiński Kozłowski Jabłoński Król Wieczorek Wróbel mężczyzna żonaty płeć ulica Świętego Józefa województwo łódzkie śląskie',
  Czech:
    'Plzeň Ústí České Budějovice Jihlava Zlín Přerov Tomáš Jiří Lukáš Kateřina Věra Novák Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Růžička Beneš Fiala Sedláček muž žena zaměstnání ženatý příjmení město náměstí Příkopě',
  Slovak:
    'Košice Žilina Banská Bystrica Nové Zámky Piešťany Ružomberok Ján Jozef Štefan Ľubomír Mária Zuzana Horváth Kováč Tóth Nagy Baláž Szabó Lukáč Polák Krajčír Hudák muž žena ženatý vydatá okres Čadca Námestovo Vranov nad Topľou súťaž',
  Hungarian:
    'Győr Székesfehérvár Szombathely Pécs Nyíregyháza Kecskemét Érd Szőke Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Juhász Lakatos Mészáros Oláh Gergő Gábor Zoltán László Erzsébet nő férfi házas özvegy megye főváros út tér',
  Croatian:
    'Šibenik Županja Požega Čakovec Varaždin Križevci Đakovo Horvat Kovačević Babić Marić Jurić Novak Kovačić Vuković Knežević Marković Petrović Matić Tomić Pavlović Božić Željko Šime Krešimir muž žena oženjen županija općina',
  Romanian:
    'Bucureşti Iaşi Timişoara Constanţa Braşov Galaţi Ploieşti Brăila Oradea Bacău Piteşti Târgu Mureş Buzău Botoşani Popescu Ionescu Dumitru Ştefan Gheorghiţă Rădulescu Bărbulescu bărbat femeie căsătorit judeţ stradă oraş înălţime',
  Turkish:
    'İstanbul Eskişehir Diyarbakır Şanlıurfa Kahramanmaraş Muğla Balıkesir Aydın Yılmaz Öztürk Aydın Yıldız Şahin Çelik Doğan Kılıç Aslan Çetin Kara Koç Kurt Özdemir Ayşe Gülşen Çağla erkek kadın evli bekâr işçi öğretmen öğrenci ilçe şehir',
  French:
    'Orléans Béziers Besançon Nîmes Sète Château-Thierry Forêt Hélène François André Zoé Benoît Lefèvre Mercier Gérard Françoise marié célibataire divorcée employé cadre supérieur retraité région Île-de-France département numéro été août février décembre où âge',
  German:
    'München Köln Düsseldorf Nürnberg Würzburg Göttingen Lübeck Münster Saarbrücken Müller Schäfer Krüger Köhler Schröder Jäger Günther Weiß Groß männlich über Straße Größe Geschäftsführer jährlich März Österreich Zürich',
  Spanish:
    'Málaga Córdoba Cádiz Almería León Ávila Cáceres Logroño Coruña José María García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Muñoz Peña Íñigo mujer años niño país región número dirección teléfono cónyuge',
  Portuguese:
    'São Paulo Brasília Goiânia Belém Maceió Florianópolis Vitória João José António Conceição Araújo Gonçalves Simões Magalhães Guimarães Brandão mulher união estável solteiro não instrução município região população índice médio têm avó',
  Italian:
    'Forlì Cefalù Cantù Niccolò Aosta città età attività società università già però perché così più lunedì martedì mercoledì venerdì libertà qualità é è proprietà capacità novità metà velocità',
  Swedish:
    'Malmö Västerås Örebro Linköping Norrköping Jönköping Umeå Luleå Gävle Åsa Björn Märta Göran Sjöberg Lindström Åkesson Sandström Söderberg kvinna år gift änka län kommun förnamn gatuadress ålder kön',
  Danish:
    'Århus Ålborg Køge Næstved Helsingør Sønderborg Hillerød Søren Jørgen Bjørn Kåre Sørensen Jørgensen Mølgaard Nørgaard Kjær mand kvinde år gift enke kommune fødselsdato køn højde vægt uddannelse',
  Icelandic:
    'Reykjavík Kópavogur Hafnarfjörður Ísafjörður Húsavík Guðrún Sigríður Jón Þór Björn Ólafur Guðmundur Jónsdóttir Þórðarson maður kona fæðingardagur sveitarfélag bær ættarnafn aldur kyn hæð þyngd',
  Finnish:
    'Jyväskylä Hämeenlinna Seinäjoki Järvenpää Äänekoski Mäkinen Hämäläinen Mäkelä Järvinen Väinö Päivi Jääskeläinen nainen mies syntymäpäivä ikä sähköposti työtön eläkeläinen käynti määrä yhteensä',
};

const encodingsOf = (language: string): readonly Encoding[] => {
  if (language === 'Turkish') return ['windows-1254'];
  const isCentral = ['Polish', 'Czech', 'Slovak', 'Hungarian', 'Croatian', 'Romanian'].includes(language);
  return isCentral ? ['windows-1250', 'iso-8859-2'] : ['windows-1252'];
};
const cases = Object.entries(texts).flatMap(([language, text]) =>
  encodingsOf(language).map((encoding) => ({ language, encoding, words: text.split(' ') })),
);

const found = (text: string, encoding: Encoding) => detectEncoding(encodeText(text, encoding), true).encoding;
/** The text as it is read: where two encodings give the same letters, either is right. */
const readAgain = (text: string, encoding: Encoding) =>
  new TextDecoder(found(text, encoding)).decode(encodeText(text, encoding), { stream: true });
const tableOf = (words: readonly string[]) =>
  `id,a,b\n${words.map((word, i) => `${i},${word},${words[(7 * i) % words.length]}\n`).join('')}`;

describe('older encodings of Latin letters', () => {
  it.each(cases)('$language in $encoding is told by its words', ({ words, encoding }) => {
    const table = tableOf(words);
    expect(readAgain(table, encoding)).toBe(table);
    expect(readAgain(table.toUpperCase(), encoding)).toBe(table.toUpperCase());
  });

  it('are never taken for others on the word of few: what is not sure is Western', () => {
    for (const { words, encoding } of cases)
      for (let first = 0; first + 4 <= words.length; first += 4) {
        const few = tableOf(words.slice(first, first + 4));
        if (found(few, encoding) !== 'windows-1252') expect(readAgain(few, encoding)).toBe(few);
      }
  });

  it('of several Western languages at once are Western', () => {
    const western = cases.filter(({ encoding }) => encoding === 'windows-1252');
    const words = western.flatMap((one) => one.words.slice(0, 8));
    expect(found(tableOf(words), 'windows-1252')).toBe('windows-1252');
  });

  it('are a guess where nothing in the file decided, and none where much did or a person chose', () => {
    const isGuess = (text: string, encoding: Encoding, chosen?: Encoding) =>
      detectEncoding(encodeText(text, encoding), true, chosen).isGuess;
    for (const { words, encoding } of cases) {
      expect(isGuess(tableOf(words), encoding)).toBe(false);
      expect(isGuess('id,town\n1,Gdańsk\n', 'windows-1250')).toBe(true);
      expect(isGuess('id,town\n1,Gdańsk\n', 'windows-1250', 'windows-1250')).toBe(false);
    }
    expect(isGuess('id,town\n1,Gdańsk\n', 'utf-8')).toBe(false);
    expect(isGuess('id,town\n1,Rome\n', 'windows-1252')).toBe(false);
  });

  it('are not told by signs, however often they come', () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${i},m³/h,5 m²,n° ${i},${i}°C,£${i},1¼ x,±${i}µg`);
    expect(found(`id,a,b,c,d,e,f,g\n${rows.join('\n')}`, 'windows-1252')).toBe('windows-1252');
  });
});
