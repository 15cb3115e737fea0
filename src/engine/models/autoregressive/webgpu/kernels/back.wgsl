// Back through a layer: SLOPES · weightsᵀ, thinned as its input was, is added to the gradient by the hidden state. What
// of it passes the rectifier below (GATE) goes to PASSED.

const LEFT_ALONG_K = true;
const RIGHT_ALONG_K = true;

fn leftAt(row: u32, output: u32) -> f32 {
  if (row >= batch.rows || output >= WIDTH) {
    return 0.0;
  }
  return work[SLOPES + row * WIDTH + output];
}

fn rightAt(output: u32, unit: u32) -> f32 {
  if (unit >= HIDDEN || output >= WIDTH) {
    return 0.0;
  }
  return values[WEIGHTS + unit * WIDTH + output];
}

fn finish(row: u32, unit: u32, sum: f32) {
  if (row >= batch.rows || unit >= HIDDEN) {
    return;
  }
  let at = row * HIDDEN + unit;
  var slope = sum * dropout(LAYER, row, unit);
  if (!IS_TOP) {
    slope += work[STATE_SLOPES + at];
  }
  work[STATE_SLOPES + at] = slope;
  work[PASSED + at] = select(0.0, slope, work[GATE + at] > 0.0);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let unit = TILE * group.x;
  for (var output = 0u; output < WIDTH; output += TILE) {
    // Units from the reach on have no weight to these outputs.
    if (tables[REACH + output / TILE] > unit) {
      addProducts(thread, TILE * group.y, unit, output, min(output + TILE, WIDTH));
    }
  }
  finishTile(thread, TILE * group.y, unit);
}
