"""Draws a saved model's rows on Apache Spark, a shard in each task, and looks at what came out.

    pip install -r bench/reference/requirements-spark.txt       (needs a Java runtime)
    python bench/reference/generate_on_spark.py MODEL ROWS SHARDS FOLDER

Every task runs `node dist/cli/understudy.js generate --shard i/n`: the model file and the program are all that a worker
needs. FOLDER must be reachable by all workers.
"""

import json
import os
import subprocess
import sys
import time

from pyspark.sql import SparkSession

model, rows, shards, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
program = os.path.join(os.path.dirname(__file__), "..", "..", "dist", "cli", "understudy.js")
program = os.environ.get("UNDERSTUDY", os.path.abspath(program))


def draw(shard):
    out = os.path.join(folder, f"part-{shard:05d}.csv")
    command = ["node", program, "generate", "--model", model, "--rows", str(rows), "--quiet"]
    # With a header in each, as Spark reads a folder's files one by one; a name that begins with a dot is none to Spark.
    summary = os.path.join(folder, f".part-{shard:05d}.json")
    command += ["--shard", f"{shard}/{shards}", "--out", out, "--header", "always", "--summary", summary]
    subprocess.run(command, check=True)
    with open(summary) as file:
        drawn = json.load(file)
    return os.path.getsize(out), drawn["processorSeconds"], drawn["peakMemoryMB"]


os.makedirs(folder, exist_ok=True)
spark = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[*]")).getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
began = time.time()
drawn = spark.sparkContext.parallelize(range(1, shards + 1), shards).map(draw).collect()
seconds = time.time() - began
sizes, processor, memory = zip(*drawn)
print(f"{rows} rows in {shards} shards, {sum(sizes) / 1e6:.0f} MB, {seconds:.1f} s, {rows / seconds:.0f} rows/s")
print(f"{rows / sum(processor):.0f} rows per second of processor; {max(memory):.0f} MB in the largest process")
table = spark.read.csv(folder, header=True)
print(f"Spark reads {table.count()} rows of {len(table.columns)} columns")
spark.stop()
