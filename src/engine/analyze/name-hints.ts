/** What a column's name suggests. Hints only weigh in where the values allow more than one reading. */

/** The words of a name in lower case: split at punctuation, blanks, case changes and before digits. */
function wordsOfName(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '');
}

const keyWords = new Set(
  'id ids pid uid uuid guid gid oid rowid idcode respid recid key pk rownames rowname rownum rownumber matricule dni nif ssn nhs npi iban isin barcode sku ean upc hash imei mrn'.split(
    ' ',
  ),
);
const entities =
  'user customer client patient member person account order invoice policy card employee student case ticket transaction contract subject record resp respondent participant product item session visit encounter household device serial passport licence license reference document kunden kunde auftrags personal rechnungs vertrags patienten mitglieds konto';
const entityWords = new Set(entities.split(' '));
const numberWords = new Set([
  'no',
  'nr',
  'num',
  'number',
  'nummer',
  'code',
  'ref',
  'numero',
  'número',
  'key',
]);
const gluedKey = new RegExp(`^(?:${entities.split(' ').join('|')})(?:id|no|nr|num|number|nummer|key|code)$`);

/** True when the name says that the values are keys: `customerID`, `order_no`, `uuid`. */
export function namesKey(name: string): boolean {
  const words = wordsOfName(name);
  return words.some(
    (word, i) =>
      keyWords.has(word) ||
      gluedKey.test(word) ||
      (i > 0 && numberWords.has(word) && entityWords.has(words[i - 1])),
  );
}

const postalWords = new Set(
  'zip zipcode postcode postal postalcode plz postleitzahl cep codigopostal codepostal eircode pincode fips'.split(
    ' ',
  ),
);

/** True when the name says that the values are postal codes or the like: numerals that are not numbers. */
export function namesPostalCode(name: string): boolean {
  const words = wordsOfName(name);
  return (
    words.some((word) => postalWords.has(word)) || /post ?code|zip ?code|code ?postal/.test(words.join(' '))
  );
}

const outwardWords = new Set(
  'age alter edad idade sex sexe sexo gender geschlecht género birth birthday birthdate dob geburtsdatum geburtsjahr race ethnicity ethnic nationality citizenship country land pays país city town stadt ville ciudad region state province county district municipality marital married civil education schooling bildung occupation job profession beruf religion language household children'.split(
    ' ',
  ),
);

/**
 * True when the name says what others easily know of a person and what, put together, may point at one: age, sex, where
 * they live, what they do (a quasi-identifier).
 */
export function namesOutwardMatter(name: string): boolean {
  return namesPostalCode(name) || wordsOfName(name).some((word) => outwardWords.has(word));
}

const birthWords =
  /birth(?:day|date|dt)|dateofbirth|^dob$|geburtsdatum|geburtstag|gebdat|naissance|nacimiento|nascita|nascimento|geboortedatum|fødselsdato|födelsedatum|syntymäaika|дата ?рождения/u;

/** True when the name says that the values are dates on which people were born. */
export function namesBirthDate(name: string): boolean {
  const words = wordsOfName(name);
  return birthWords.test(words.join('')) || words.includes('dob') || words.includes('birth');
}

const axes: ReadonlyMap<string, 'latitude' | 'longitude'> = new Map([
  ['lat', 'latitude'],
  ['latitude', 'latitude'],
  ['breitengrad', 'latitude'],
  ['latitud', 'latitude'],
  ['lon', 'longitude'],
  ['long', 'longitude'],
  ['lng', 'longitude'],
  ['longitude', 'longitude'],
  ['längengrad', 'longitude'],
  ['longitud', 'longitude'],
]);

/** Which of a place's coordinates the name promises, if any. */
export function namesCoordinate(name: string): 'latitude' | 'longitude' | null {
  return (
    wordsOfName(name)
      .map((word) => axes.get(word))
      .find((axis) => axis !== undefined) ?? null
  );
}

export type PersonalMatter = 'name' | 'email' | 'phone' | 'address' | 'number';

const personalWords: readonly (readonly [PersonalMatter, ReadonlySet<string>])[] = [
  [
    'name',
    new Set(
      'firstname lastname surname forename fullname givenname familyname middlename maiden vorname nachname familienname nom prenom prénom apellido apellidos nombre nombres cognome nome sobrenome naam voornaam achternaam förnamn efternamn fornavn etternavn efternavn imię imie nazwisko etunimi sukunimi isim soyad soyadı ad имя фамилия отчество 姓名 氏名 名前 이름'.split(
        ' ',
      ),
    ),
  ],
  ['email', new Set('email mail emailaddress courriel correo epost eposta'.split(' '))],
  [
    'phone',
    new Set(
      'phone telephone tel telefon telefone telefono teléfono téléphone mobile mobil handy cellphone fax puhelin'.split(
        ' ',
      ),
    ),
  ],
  [
    'address',
    new Set(
      'address addr street strasse straße adresse adres indirizzo direccion dirección endereco endereço rue osoite'.split(
        ' ',
      ),
    ),
  ],
  [
    'number',
    new Set(
      'ssn nhs nin passport iban dni nif cpf cnp pesel personnummer bsn licence license creditcard mrn steuernummer'.split(
        ' ',
      ),
    ),
  ],
];

/** What of a person the name promises, if anything. A bare `name` counts; `studyName` or `file name` does not. */
export function namesPersonalMatter(name: string): PersonalMatter | null {
  const words = wordsOfName(name);
  const joined = words.join('');
  for (const [matter, known] of personalWords) {
    if (known.has(joined) || words.some((word) => known.has(word))) return matter;
  }
  const saysName = words.at(-1) === 'name' || words.at(-1) === 'names';
  const owner = words.at(-2) ?? '';
  const owners = new Set([
    'first',
    'last',
    'full',
    'given',
    'family',
    'middle',
    'sur',
    'nick',
    'birth',
    'maiden',
    'player',
  ]);
  return saysName && (words.length === 1 || owners.has(owner) || entityWords.has(owner)) ? 'name' : null;
}
