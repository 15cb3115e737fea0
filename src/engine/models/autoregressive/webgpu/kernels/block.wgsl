// A residual block: NEXT = STATE + BLOCK with BLOCK = relu(dropout(STATE) · weights + bias).

const LEFT_ALONG_K = true;
const RIGHT_ALONG_K = false;

fn leftAt(row: u32, unit: u32) -> f32 {
  if (row >= batch.rows || unit >= HIDDEN) {
    return 0.0;
  }
  return work[STATE + row * HIDDEN + unit] * dropout(LAYER, row, unit);
}

fn rightAt(unit: u32, next: u32) -> f32 {
  if (unit >= HIDDEN || next >= HIDDEN) {
    return 0.0;
  }
  return values[WEIGHTS + unit * HIDDEN + next];
}

fn finish(row: u32, unit: u32, sum: f32) {
  if (row >= batch.rows || unit >= HIDDEN) {
    return;
  }
  let at = row * HIDDEN + unit;
  let rectified = max(sum + values[WEIGHTS + HIDDEN * HIDDEN + unit], 0.0);
  work[BLOCK + at] = rectified;
  work[NEXT + at] = work[STATE + at] + rectified;
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  addProducts(thread, TILE * group.y, TILE * group.x, 0u, tables[REACH + group.x]);
  finishTile(thread, TILE * group.y, TILE * group.x);
}
