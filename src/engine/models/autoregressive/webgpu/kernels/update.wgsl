// All weights' gradients, and with each at once its step of Adam (Kingma & Ba 2015, algorithm 1) with decoupled weight decay
// (Loshchilov & Hutter 2019). One workgroup for each tile of a weight matrix that the masks leave anything of.

const LEFT_ALONG_K = false;
const RIGHT_ALONG_K = false;
const BETA1 = 0.9;
const BETA2 = 0.999;

// A matrix of weights, its bias below it as a last row: its gradient is the product of what went in and of the
// gradient by what came out.
struct Matrix {
  // Row-major, the first of its entries.
  weights: u32,
  columns: u32,
  // Rows without the bias; and with it.
  rows: u32,
  allRows: u32,
  // In `work`: what went in, and the gradient by what came out; floats from one table row to the next.
  inputs: u32,
  inputStride: u32,
  slopes: u32,
  slopeStride: u32,
  // Layer whose dropout the inputs went through, or NO_LAYER.
  layer: u32,
  // In `tables`: an entry is trained where the row's rank is not above the column's. 0: all are.
  rowRanks: u32,
  columnRanks: u32,
}

const NO_LAYER = 0xffffffffu;

var<private> matrix: Matrix;

fn matrixAt(number: u32) -> Matrix {
  let at = MATRICES + number * 11u;
  return Matrix(
    tables[at], tables[at + 1u], tables[at + 2u], tables[at + 3u], tables[at + 4u], tables[at + 5u], tables[at + 6u],
    tables[at + 7u], tables[at + 8u], tables[at + 9u], tables[at + 10u],
  );
}

fn leftAt(weightRow: u32, row: u32) -> f32 {
  if (row >= batch.rows || weightRow >= matrix.allRows) {
    return 0.0;
  }
  if (weightRow == matrix.rows) {
    return 1.0;
  }
  let input = work[matrix.inputs + row * matrix.inputStride + weightRow];
  if (matrix.layer == NO_LAYER) {
    return input;
  }
  return input * dropout(matrix.layer, row, weightRow);
}

fn rightAt(row: u32, weightColumn: u32) -> f32 {
  if (row >= batch.rows || weightColumn >= matrix.columns) {
    return 0.0;
  }
  return work[matrix.slopes + row * matrix.slopeStride + weightColumn];
}

fn isTrained(row: u32, column: u32) -> bool {
  if (row == matrix.rows || matrix.rowRanks == 0u) {
    return true;
  }
  return tables[matrix.rowRanks + row] <= tables[matrix.columnRanks + column];
}

fn finish(row: u32, column: u32, gradient: f32) {
  if (row >= matrix.allRows || column >= matrix.columns || !isTrained(row, column)) {
    return;
  }
  let at = matrix.weights + row * matrix.columns + column;
  let first = firstMoments[at] + (1.0 - BETA1) * (gradient - firstMoments[at]);
  let second = secondMoments[at] + (1.0 - BETA2) * (gradient * gradient - secondMoments[at]);
  firstMoments[at] = first;
  secondMoments[at] = second;
  // Biases do not decay.
  let left = select(batch.left, 1.0, row == matrix.rows);
  values[at] = left * values[at] - batch.rate * first / (sqrt(second) + batch.floor);
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
  @builtin(local_invocation_index) thread: u32,
) {
  let tile = group.y * groups.x + group.x;
  if (tile >= TILES) {
    return;
  }
  let at = TILE_LIST + 3u * tile;
  matrix = matrixAt(tables[at]);
  addProducts(thread, tables[at + 1u], tables[at + 2u], 0u, batch.rows);
  finishTile(thread, tables[at + 1u], tables[at + 2u]);
}
