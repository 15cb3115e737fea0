import { type ColumnKind, keptNames } from '../engine/schema';
import type { Coarsening } from '../engine/sensitive/coarsen';
import { coarseningWords } from '../engine/sensitive/words';
import type { Audience, ManifestInput } from './manifest';

/** JSON-LD. */
export type Provenance = Readonly<Record<string, unknown>>;

/** The terms used: Croissant 1.1, its RAI vocabulary 1.0, PROV-O and schema.org. */
const context = {
  '@language': 'en',
  '@vocab': 'http://schema.org/',
  sc: 'http://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  prov: 'http://www.w3.org/ns/prov#',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  column: 'cr:column',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  recordSet: 'cr:recordSet',
  source: 'cr:source',
} as const;

const dataTypes: Readonly<Record<ColumnKind, string>> = {
  category: 'sc:Text',
  integer: 'sc:Integer',
  decimal: 'sc:Float',
  date: 'sc:Date',
  datetime: 'sc:DateTime',
  boolean: 'sc:Boolean',
  identifier: 'sc:Text',
  text: 'sc:Text',
};

const encodings: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.file',
  parquet: 'application/vnd.apache.parquet',
};

/**
 * Where the rows came from, in terms that other programs read: a Croissant 1.1 description of the files with the RAI
 * vocabulary's account of their making and PROV's of their derivation. The shareable one names neither the real file,
 * its size and hash, nor seeds and the training's course.
 */
export function describeProvenance(input: ManifestInput, audience: Audience, guarantee: string): Provenance {
  const { product, created, intended, outputs } = input;
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'],
    name: outputs[0]?.fileName ?? 'synthetic table',
    description: `A synthetic table that stands in for a private one, made with ${product.name} ${product.version}.`,
    datePublished: created,
    digitalSourceType: 'http://c2pa.org/digitalsourcetype/trainedAlgorithmicData',
    distribution: outputs.map((output) => ({
      '@type': 'cr:FileObject',
      '@id': output.fileName,
      name: output.fileName,
      contentUrl: output.fileName,
      contentSize: `${output.byteCount} B`,
      encodingFormat: encodings[output.format] ?? output.format,
      sha256: output.sha256,
    })),
    recordSet: outputs.slice(0, 1).map((output) => recordSet(input, output.fileName)),
    'rai:dataCollection':
      keptNames(input.schema).length > 0
        ? 'No one was asked: real cells of a private table, and others drawn from a model to go with them.'
        : 'No one was asked: every row was drawn from a model of a private table.',
    'rai:dataCollectionType': 'Synthetic data',
    'rai:dataPreprocessingProtocol': steps(input),
    'rai:dataUseCases': intended.use,
    'rai:dataLimitations': [intended.limits, guarantee].filter(Boolean).join(' '),
    'rai:personalSensitiveInformation': guarantee,
    'prov:wasDerivedFrom': realTable(input, audience),
    'prov:wasGeneratedBy': generation(input, audience),
  };
}

function recordSet({ schema }: ManifestInput, fileName: string): Provenance {
  return {
    '@type': 'cr:RecordSet',
    '@id': 'rows',
    field: schema.columns
      .filter(({ role }) => role !== 'drop')
      .map(({ name, kind }) => ({
        '@type': 'cr:Field',
        '@id': `rows/${name}`,
        name,
        dataType: dataTypes[kind],
        source: { fileObject: { '@id': fileName }, extract: { column: name } },
      })),
  };
}

function steps({ source, schema, settings, training: { ledger } }: ManifestInput): string[] {
  const coarse = schema.columns.filter(({ role, coarsening }) => role !== 'drop' && coarsening);
  return [
    ...(source.rowsUsed < source.rowCount
      ? ['The file was too large to be held: a uniform sample of its rows was used.']
      : []),
    'Each column was given a kind, which a person could change; columns of role “drop” were left out.',
    ...coarse.map(
      ({ name, coarsening }) =>
        `Of “${name}” only ${coarseningWords()[coarsening as Coarsening]} was kept before anything was learnt.`,
    ),
    'A part of the rows was held out; the model never saw them.',
    ledger
      ? 'Bounds and categories were declared, or found by noisy counts; others were withheld.'
      : `Categories held by fewer than ${settings.minCategoryRows} rows were withheld.`,
    `A model learnt the rest${ledger ? ' under differential privacy' : ''}, and rows were drawn from it.`,
  ];
}

function realTable({ source }: ManifestInput, audience: Audience): Provenance {
  return {
    '@type': ['prov:Entity', 'sc:Dataset'],
    '@id': '#real-table',
    description: 'The private table. It is not published.',
    ...(audience === 'private' && {
      name: source.fileName,
      contentSize: `${source.byteCount} B`,
      sha256: source.sha256,
    }),
  };
}

function generation(input: ManifestInput, audience: Audience): Provenance {
  const { product, created, libraries, outputs } = input;
  return {
    '@type': 'prov:Activity',
    '@id': '#drawing',
    name: 'Drawing rows from the model',
    'prov:endedAtTime': created,
    'prov:used': {
      '@type': 'prov:Entity',
      '@id': '#model',
      'prov:wasGeneratedBy': training(input, audience),
    },
    'prov:wasAssociatedWith': {
      '@type': ['prov:SoftwareAgent', 'sc:SoftwareApplication'],
      name: product.name,
      softwareVersion: product.version,
      softwareRequirements: Object.entries(libraries)
        .map(([name, version]) => `${name} ${version}`)
        .sort(),
    },
    ...(audience === 'private' && { 'prov:value': { seeds: outputs.map(({ seed }) => seed) } }),
  };
}

function training({ settings, training: run }: ManifestInput, audience: Audience): Provenance {
  return {
    '@type': 'prov:Activity',
    '@id': '#training',
    name: `Learning the table (${run.model})`,
    'prov:used': { '@id': '#real-table' },
    ...(audience === 'private' && {
      'prov:value': {
        seed: run.seed,
        ...(!run.ledger && { preset: settings.preset }),
        backend: run.backend,
        workers: run.workers,
        epochs: run.epochs,
        steps: run.steps,
        stopped: run.stopped,
      },
    }),
  };
}
