import type { Decision } from '../encode/dependencies';
import type {
  Blueprint,
  SavedCopula,
  SavedDrawing,
  SavedIndependent,
  SavedMarginals,
  SavedNetworks,
  SavedPrivateNetwork,
  SavedWeights,
} from '../models/saved-drawing';
import {
  accepting,
  arrayOf,
  aText,
  fields,
  listOf,
  mapOf,
  oneKindOf,
  oneOf,
  optional,
  orNull,
  type Reader,
  whole,
  within,
} from './readers';

const aPlace = whole(0, 1e6);
const codesFrom = (least: number) => arrayOf(Int32Array, within(least, 2 ** 31 - 1));
const amounts = arrayOf(Float64Array, within(0, Number.MAX_VALUE));

const weights: Reader<SavedWeights> = mapOf(aText, arrayOf<Float32Array>(Float32Array, Number.isFinite));

const aShare = accepting<number>((value) => typeof value === 'number' && value >= 0 && value <= 1);

const blueprint = fields<Blueprint>({
  decisions: listOf(fields<Decision>({ decider: aPlace, decided: aPlace, partner: codesFrom(-1) })),
  parts: listOf(fields({ column: aPlace, groups: listOf(codesFrom(0)) })),
  loose: optional(listOf(aPlace)),
  related: listOf(listOf(aPlace)),
  frequent: listOf(listOf(aPlace)),
  options: fields({
    hidden: whole(1, 65_536),
    blocks: whole(0, 16),
    dropout: aShare,
    weightDecay: aShare,
  }),
});

const networks = fields<SavedNetworks>({
  kind: oneOf(['networks']),
  blueprint,
  members: listOf(weights),
});

const privateNetwork = fields<SavedPrivateNetwork>({
  kind: oneOf(['private-network']),
  order: listOf(aPlace),
  hidden: whole(1, 65_536),
  weights,
  raked: orNull(mapOf(aPlace, fields({ cellOf: codesFrom(0), expected: amounts }))),
});

const marginals = fields<SavedMarginals>({
  kind: oneOf(['marginals']),
  columns: listOf(
    fields({
      index: aPlace,
      given: listOf(fields({ place: aPlace, cells: aPlace })),
      cells: aPlace,
      table: amounts,
      cellOf: codesFrom(0),
      shareOfCell: amounts,
    }),
  ),
});

const copula = fields<SavedCopula>({
  kind: oneOf(['copula']),
  columns: listOf(fields({ index: aPlace, bounds: arrayOf(Float64Array, within(-Infinity, Infinity)) })),
  factor: arrayOf(Float64Array, Number.isFinite),
});

const independent = fields<SavedIndependent>({
  kind: oneOf(['independent']),
  columns: listOf(fields({ index: aPlace, counts: amounts })),
});

/** What a saved model draws from. */
export const readDrawing: Reader<SavedDrawing> = oneKindOf<SavedDrawing>('kind', {
  networks,
  'private-network': privateNetwork,
  marginals,
  copula,
  independent,
});
