// The output layer: dropout(STATE) · weights. Direct connections and biases are added by softmax.wgsl.

const LEFT_ALONG_K = true;
const RIGHT_ALONG_K = false;

fn leftAt(row: u32, unit: u32) -> f32 {
  if (row >= batch.rows || unit >= HIDDEN) {
    return 0.0;
  }
  return work[STATE + row * HIDDEN + unit] * dropout(LAYER, row, unit);
}

fn rightAt(unit: u32, output: u32) -> f32 {
  if (unit >= HIDDEN || output >= OUTPUT_WIDTH) {
    return 0.0;
  }
  return values[WEIGHTS + unit * OUTPUT_WIDTH + output];
}

fn finish(row: u32, output: u32, sum: f32) {
  if (row < batch.rows && output < OUTPUT_WIDTH) {
    work[OUTPUTS + row * OUTPUT_WIDTH + output] = sum;
  }
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  addProducts(thread, TILE * group.y, TILE * group.x, 0u, tables[REACH + group.x]);
  finishTile(thread, TILE * group.y, TILE * group.x);
}
