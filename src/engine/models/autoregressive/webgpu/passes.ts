import type { NetworkPlan } from '../plan';
import backText from './kernels/back.wgsl?raw';
import blockText from './kernels/block.wgsl?raw';
import expandText from './kernels/expand.wgsl?raw';
import inputText from './kernels/input.wgsl?raw';
import outputText from './kernels/output.wgsl?raw';
import productText from './kernels/product.wgsl?raw';
import sharedText from './kernels/shared.wgsl?raw';
import softmaxText from './kernels/softmax.wgsl?raw';
import updateText from './kernels/update.wgsl?raw';
import { tileSide } from './matrices';
import type { NetworkTables } from './network-tables';

/** One dispatch: a kernel with its constants, and how many workgroups a batch of so many rows takes. */
export interface Pass {
  readonly name: string;
  readonly code: string;
  readonly workgroups: (rows: number) => readonly [number, number];
}

/** What a step consists of; the loss alone takes `forward`. */
export interface Passes {
  readonly forward: readonly Pass[];
  /** Goes before `forward` in a step. */
  readonly expand: Pass;
  readonly backward: readonly Pass[];
}

type Constants = Readonly<Record<string, number | boolean>>;

const threads = 64;
/** No dimension of a dispatch may be larger on any device. */
const mostWorkgroups = 65_535;

/** @param capacity most rows of a batch */
export function layPasses(plan: NetworkPlan, tables: NetworkTables, capacity: number): Passes {
  const { hidden, blocks } = plan.options;
  const { work, weights, reach } = tables;
  const shared: Constants = {
    COLUMNS: plan.columns.length,
    CAPACITY: capacity,
    HIDDEN: hidden,
    INPUT_WIDTH: plan.inputWidth,
    OUTPUT_WIDTH: plan.outputWidth,
    TARGET_WIDTH: plan.targetWidth,
    INPUTS: work.inputs,
    OUTPUTS: work.outputs,
    LOGITS: work.logits,
    STATE_SLOPES: work.stateSlopes,
    INPUT_WEIGHTS: weights.of('input'),
    OUTPUT_BIAS: weights.of('outputBias'),
  };
  const pass = (
    name: string,
    texts: string[],
    constants: Constants,
    workgroups: Pass['workgroups'],
  ): Pass => ({
    name,
    code: [declare({ ...shared, ...constants }), sharedText, ...texts].join('\n'),
    workgroups,
  });
  const tiled = (width: number) => (rows: number) => [tilesTo(width), tilesTo(rows)] as const;
  const cells = (rows: number) => [plan.columns.length, rows] as const;

  const block = (layer: number) => ({
    WEIGHTS: weights.of(`block${layer}`),
    LAYER: layer,
    REACH: reach.blocks[layer],
  });
  const output = { WEIGHTS: weights.of('output'), LAYER: blocks, REACH: reach.output };
  const back = (layer: number, width: number, slopes: number, constants: Constants): Pass => {
    const below =
      layer > 0
        ? { GATE: work.blocks[layer - 1], PASSED: work.blocks[layer - 1] }
        : { GATE: work.states[0], PASSED: work.stateSlopes };
    const all = { ...constants, ...below, WIDTH: width, SLOPES: slopes, IS_TOP: layer === blocks };
    return pass(`back to state ${layer}`, [productText, backText], all, tiled(hidden));
  };
  const layers = Array.from({ length: blocks }, (_, layer) => layer);
  const { tiles, matrices, tileList } = tables.update;
  return {
    expand: pass('expand inputs', [expandText], {}, cells),
    forward: [
      pass('input layer', [inputText], { STATE: work.states[0] }, (rows) => [
        Math.ceil(hidden / threads),
        rows,
      ]),
      ...layers.map((layer) => {
        const places = { STATE: work.states[layer], NEXT: work.states[layer + 1], BLOCK: work.blocks[layer] };
        return pass(
          `block ${layer}`,
          [productText, blockText],
          { ...block(layer), ...places },
          tiled(hidden),
        );
      }),
      pass(
        'output layer',
        [productText, outputText],
        { ...output, STATE: work.states[blocks] },
        tiled(plan.outputWidth),
      ),
      pass('softmax', [softmaxText], {}, cells),
    ],
    backward: [
      back(blocks, plan.outputWidth, work.outputs, output),
      ...layers.reverse().map((layer) => back(layer, hidden, work.blocks[layer], block(layer))),
      pass(
        'gradients and Adam',
        [productText, updateText],
        { MATRICES: matrices, TILE_LIST: tileList, TILES: tiles },
        () => [Math.min(tiles, mostWorkgroups), Math.ceil(tiles / mostWorkgroups)],
      ),
    ],
  };
}

function tilesTo(width: number): number {
  return Math.ceil(width / tileSide);
}

function declare(constants: Constants): string {
  return Object.entries(constants)
    .map(([name, value]) => `const ${name} = ${typeof value === 'number' ? `${value}u` : value};`)
    .join('\n');
}
