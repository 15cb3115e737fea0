// One workgroup for each row and column: from the outputs, by way of direct connections, basis and bias, to the logits;
// the target's negative log-likelihood, added up; and back, (softmax − indicator) · scale in the logits' place and, through
// the basis, in the outputs'. A scale of 0 asks for the loss alone.

var<workgroup> partial: array<f32, 64>;

// The highest, and the sum, of what the first `count` threads have. Every thread must get here.
fn highestOf(thread: u32, count: u32, own: f32) -> f32 {
  partial[thread] = own;
  workgroupBarrier();
  var highest = partial[0];
  for (var i = 1u; i < count; i++) {
    highest = max(highest, partial[i]);
  }
  workgroupBarrier();
  return highest;
}

fn totalOf(thread: u32, count: u32, own: f32) -> f32 {
  partial[thread] = own;
  workgroupBarrier();
  var total = 0.0;
  for (var i = 0u; i < count; i++) {
    total += partial[i];
  }
  workgroupBarrier();
  return total;
}

// What a column's sources add to one of its outputs directly.
fn directSum(column: Column, row: u32, output: u32) -> f32 {
  var sum = 0.0;
  for (var i = 0u; i < column.sourceCount; i++) {
    let place = tables[column.sources + 2u * i];
    let weights = tables[column.sources + 2u * i + 1u] + output;
    let source = columnAt(place);
    let code = codeAt(row, place);
    let end = tables[source.inputsOfCode + code.base + 1u];
    for (var at = tables[source.inputsOfCode + code.base]; at < end; at += 2u) {
      sum += entryValue(at) * values[weights + tables[at] * column.outputWidth];
    }
    if (code.copy > 0u) {
      let input = source.copyStart - source.inputStart + code.copy - 1u;
      sum += values[weights + input * column.outputWidth];
    }
  }
  return sum;
}

// Σ value · work[start + number] over a list's entries.
fn listedSum(list: u32, start: u32) -> f32 {
  var sum = 0.0;
  let end = tables[list + 1u];
  for (var at = tables[list]; at < end; at += 2u) {
    sum += entryValue(at) * work[start + tables[at]];
  }
  return sum;
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let place = group.x;
  let row = group.y;
  let column = columnAt(place);
  let code = codeAt(row, place);
  let outputs = OUTPUTS + row * OUTPUT_WIDTH + column.outputStart;
  let logits = LOGITS + row * TARGET_WIDTH + column.targetStart;
  let busy = min(64u, column.targets);
  let hasBasis = column.outputsOfTarget > 0u;

  if (column.sourceCount > 0u) {
    for (var output = thread; output < column.outputWidth; output += 64u) {
      work[outputs + output] += directSum(column, row, output);
    }
  }
  storageBarrier();

  var highest = -3.0e38;
  for (var i = thread; i < column.targets; i += 64u) {
    var logit = values[OUTPUT_BIAS + column.targetStart + i];
    if (hasBasis) {
      logit += listedSum(column.outputsOfTarget + i, outputs);
    } else {
      logit += work[outputs + i];
    }
    work[logits + i] = logit;
    highest = max(highest, logit);
  }
  highest = highestOf(thread, busy, highest);
  var total = 0.0;
  for (var i = thread; i < column.targets; i += 64u) {
    total += exp(work[logits + i] - highest);
  }
  total = totalOf(thread, busy, total);

  let drawn = select(code.base, column.baseCodes + code.copy - 1u, code.copy > 0u);
  for (var i = thread; i < column.targets; i += 64u) {
    let logit = work[logits + i] - highest;
    if (i == drawn) {
      work[batch.losses + row * COLUMNS + place] += log(total) - logit;
    }
    work[logits + i] = batch.scale * (exp(logit) / total - select(0.0, 1.0, i == drawn));
  }
  if (batch.scale == 0.0) {
    return;
  }
  storageBarrier();
  for (var output = thread; output < column.outputWidth; output += 64u) {
    if (hasBasis) {
      work[outputs + output] = listedSum(column.targetsOfOutput + output, logits);
    } else {
      work[outputs + output] = work[logits + output];
    }
  }
}
